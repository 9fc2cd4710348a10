package dev.tradewind.archive.api;

import dev.tradewind.log.LogProgress;
import dev.tradewind.log.LogReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when this instance takes part in reading the log, with shards of its own or to step in for others. */
@Readiness
@Singleton
final class ReaderHealth implements HealthCheck {

  private final LogReader reader;
  private final LogProgress progress;

  ReaderHealth(LogReader reader, LogProgress progress) {
    this.reader = reader;
    this.progress = progress;
  }

  @Override
  public HealthCheckResponse call() {
    var shards = progress.shards();
    return HealthCheckResponse.named("log-reader").status(reader.isReady())
        .withData("shards", shards.size())
        .withData("lagMillis", shards.stream().map(LogProgress.ShardStatus::lag).max(Duration::compareTo).orElse(Duration.ZERO).toMillis())
        .build();
  }
}
