package dev.tradewind.janitor.lambda;

import dev.tradewind.archive.format.Compaction;
import dev.tradewind.archive.format.S3Store;
import dev.tradewind.aws.AwsClients;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.core.wire.LogCodec;
import dev.tradewind.janitor.Janitor;
import dev.tradewind.janitor.Ledger;
import dev.tradewind.janitor.Log;
import dev.tradewind.janitor.ProviderLedger;
import dev.tradewind.janitor.Round;
import dev.tradewind.janitor.Task;
import dev.tradewind.janitor.aws.DynamoJournals;
import dev.tradewind.janitor.aws.KinesisRecords;
import dev.tradewind.janitor.aws.SnsAlarm;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/** The function put together. */
final class JanitorBeans {

  private static final Logger METRICS = Logger.getLogger("tradewind.metrics");

  /** A round begins when it is made, so that what counts back from now is decided anew each time. */
  @FunctionalInterface
  interface Rounds {
    Round next();
  }

  @Produces
  @Singleton
  @DefaultBean
  static Rounds rounds(JanitorConfig config) {
    var clock = InstantSource.system();
    var json = new JsonCodec(Contracts.TYPES);
    var codec = new LogCodec(json);
    var region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    var bucket = config.bucket().orElse("%sarchive-%s-%s".formatted(config.prefix(), config.accountId(), region));
    var topic = "arn:%s:sns:%s:%s:%sjanitor".formatted(config.partition(), region, config.accountId(), config.prefix());
    var journals = new DynamoJournals(client(DynamoDbAsyncClient.builder(), config), config.prefix(), codec);
    var store = new S3Store(client(S3AsyncClient.builder().forcePathStyle(config.endpoint().isPresent()), config), bucket);
    var alarm = new SnsAlarm(client(SnsAsyncClient.builder(), config), topic, json);
    Optional<Log> log = config.log()
        ? Optional.of(new KinesisRecords(client(KinesisAsyncClient.builder(), config), config.prefix() + "events", codec, clock))
        : Optional.empty();
    Optional<Ledger> ledger = config.providerUrl().map(provider -> new ProviderLedger(provider, HttpClient.newHttpClient()));
    var janitor = new Janitor(journals, log, store, ledger, codec, Path.of(System.getProperty("java.io.tmpdir")), clock);
    return () -> new Round(janitor, task(config, clock), alarm, METRICS::info);
  }

  private static Task task(JanitorConfig config, InstantSource clock) {
    var usual = Compaction.Settings.USUAL;
    var compaction = new Compaction.Settings(
        Duration.ofMinutes(config.mergeAfterMinutes()), Duration.ofHours(config.deleteAfterHours()), usual.mostBytes());
    var since = Optional.of(config.sinceDays()).filter(days -> days > 0).map(days -> clock.instant().minus(Duration.ofDays(days)));
    return new Task(since, Duration.ofSeconds(config.graceSeconds()), Optional.of(compaction), config.mostFindings(), config.mostInMemory());
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, JanitorConfig config) {
    config.endpoint().ifPresent(builder::endpointOverride);
    return AwsClients.configure(builder).build();
  }
}
