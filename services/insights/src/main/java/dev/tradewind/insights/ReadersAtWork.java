package dev.tradewind.insights;

import dev.tradewind.insights.InsightsConfig.Reader;
import dev.tradewind.insights.reading.ReaderName;
import dev.tradewind.insights.readers.Handlers;
import dev.tradewind.insights.readers.Readers;
import dev.tradewind.insights.readers.Readers.Running;
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
import java.util.EnumMap;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Starts the readers that are enabled as soon as the service is up, each under a name of its own. */
final class ReadersAtWork {

  @Produces
  @Singleton
  @Startup
  static Readers readers(
      InsightsConfig config, ChassisConfig chassis, DynamoDbAsyncClient client, Handlers handlers, InstantSource clock, MeterRegistry meters) {
    var running = new EnumMap<ReaderName, Running>(ReaderName.class);
    for (var name : ReaderName.values()) {
      var reader = settings(config, name);
      if (reader.enabled()) {
        var source = new LogSource(
            ChassisConfig.logStream(chassis),
            "%s%s-%s-leases".formatted(chassis.prefix(), chassis.service(), name.label()),
            StartAt.parse(reader.startAt()),
            Duration.ofMillis(config.pollMillis()),
            Duration.ofSeconds(config.leaseSeconds()));
        var progress = new LogProgress(name.label(), clock, meters);
        running.put(name, new Running(
            LogReader.start(
                source, chassis.aws().endpoint().map(URI::create), client, List.of(new RequestMeter()), handlers.of(name), progress), progress));
      }
    }
    return new Readers(running);
  }

  private static Reader settings(InsightsConfig config, ReaderName name) {
    return switch (name) {
      case FRAUD -> config.readers().fraud();
      case RECOMMENDATIONS -> config.readers().recommendations();
      case SALES -> config.readers().sales();
    };
  }

  /** While everything they write with is still there. */
  static void stop(@Observes ShutdownEvent stopping, Readers readers) {
    readers.close();
  }
}
