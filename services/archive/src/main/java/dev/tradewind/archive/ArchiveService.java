package dev.tradewind.archive;

import dev.tradewind.archive.format.ObjectStore;
import dev.tradewind.archive.format.S3Store;
import dev.tradewind.archive.writing.Archiver;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.Types;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.log.LogProgress;
import dev.tradewind.log.LogReader;
import dev.tradewind.log.LogSource;
import dev.tradewind.log.StartAt;
import dev.tradewind.quarkus.ChassisConfig;
import dev.tradewind.quarkus.RequestMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The service put together: it reads the log as soon as it is up. */
final class ArchiveService {

  private static final String NAME = "archive";

  @Produces
  @Singleton
  static Types types() {
    return Contracts.TYPES;
  }

  @Produces
  @Singleton
  static ObjectStore store(S3AsyncClient s3, ArchiveConfig archive, ChassisConfig chassis) {
    var usual = "%s%s-%s-%s".formatted(chassis.prefix(), NAME, chassis.aws().accountId(), chassis.aws().region());
    return new S3Store(s3, archive.bucket().orElse(usual));
  }

  @Produces
  @Singleton
  static LogProgress progress(InstantSource clock, MeterRegistry meters) {
    return new LogProgress(NAME, clock, meters);
  }

  @Produces
  @Singleton
  static Archiver archiver(ObjectStore store, JsonCodec codec, MeterRegistry meters) {
    return new Archiver(store, new LogCodec(codec), meters);
  }

  @Produces
  @Singleton
  @Startup
  static LogReader reader(
      ArchiveConfig archive, ChassisConfig chassis, DynamoDbAsyncClient dynamoDb, Archiver archiver, LogProgress progress) {
    var source = new LogSource(
        ChassisConfig.logStream(chassis),
        chassis.prefix() + NAME + "-leases",
        StartAt.parse(archive.startAt()),
        Duration.ofMillis(archive.batchMillis()),
        Duration.ofSeconds(archive.leaseSeconds()));
    return LogReader.start(
        source, chassis.aws().endpoint().map(URI::create), dynamoDb, List.of(new RequestMeter()), archiver, progress);
  }

  /** While everything it writes with is still there. */
  static void stop(@Observes ShutdownEvent stopping, LogReader reader) {
    reader.close();
  }
}
