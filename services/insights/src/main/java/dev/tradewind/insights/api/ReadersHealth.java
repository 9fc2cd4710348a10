package dev.tradewind.insights.api;

import dev.tradewind.insights.readers.Readers;
import dev.tradewind.insights.readers.Readers.Standing;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every reader that is enabled takes part in reading the log, with shards of its own or to step in for others. */
@Readiness
@Singleton
final class ReadersHealth implements HealthCheck {

  private final Readers readers;

  ReadersHealth(Readers readers) {
    this.readers = readers;
  }

  @Override
  public HealthCheckResponse call() {
    var standings = readers.standings();
    var answer = HealthCheckResponse.named("log-readers").status(standings.stream().allMatch(each -> each.ready() || !each.enabled()));
    standings.stream().filter(Standing::enabled).forEach(each -> answer.withData(each.name().label() + "LagMillis",
        each.shards().stream().map(shard -> shard.lag()).max(Duration::compareTo).orElse(Duration.ZERO).toMillis()));
    return answer.build();
  }
}
