package dev.tradewind.quarkus;

import dev.tradewind.aws.AwsDispatcher;
import dev.tradewind.aws.KinesisLog;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.EventLog;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The core's ports, on AWS. */
class ChassisBeans {

  @Produces
  @Singleton
  InstantSource clock() {
    return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Produces
  @Singleton
  JsonCodec codec(Types types) {
    return new JsonCodec(types);
  }

  @Produces
  @Singleton
  Dispatcher dispatcher(ChassisConfig config, Types types, JsonCodec codec, InstantSource clock, SqsAsyncClient sqs, SnsAsyncClient sns) {
    var options = new AwsDispatcher.Options(
        config.service(), config.prefix(), config.aws().region(), config.aws().accountId(), Duration.ofMillis(config.aws().lingerMillis()));
    return ReturnToContext.dispatcher(new AwsDispatcher(options, types, codec, clock, sqs, sns));
  }

  @Produces
  @Singleton
  EventLog log(ChassisConfig config, JsonCodec codec, KinesisAsyncClient kinesis) {
    var stream = ChassisConfig.logStream(config);
    var options = new KinesisLog.Options(stream, Duration.ofMillis(config.aws().lingerMillis()));
    return ReturnToContext.log(new KinesisLog(options, new LogCodec(codec), kinesis));
  }
}
