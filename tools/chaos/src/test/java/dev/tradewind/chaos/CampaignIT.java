package dev.tradewind.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.recovery.Away.Why;
import dev.tradewind.chaos.strike.Schedule.Pace;
import dev.tradewind.launcher.platform.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short run against real processes. */
class CampaignIT {

  private static final Path DIRECTORY = Path.of("target/chaos-it").toAbsolutePath();

  @Test
  void afterKillsStopsRestartsAndFaultsEveryPromiseIsKept() throws InterruptedException, IOException {
    if (Files.exists(DIRECTORY)) {
      WorkDirectory.delete(DIRECTORY);
    }
    Settings settings = new Settings(Duration.ofSeconds(45), Duration.ofSeconds(8), 1, 3, new Pace(12, 3, 1.4), true);

    Results results = new Campaign(settings, DIRECTORY, step -> {}).run().results();

    assertThat(results.verdict().held()).as(results.verdict().table()).isTrue();
    assertThat(results.failures()).isEmpty();
    assertThat(results.settled().atRest()).as("%s", results.settled()).isTrue();
    assertThat(results.orders()).isPositive();
    assertThat(results.count(Why.KILLED)).isPositive();
    assertThat(results.count(Why.STOPPED)).isPositive();
    assertThat(results.counts().allFaults()).isPositive();
    assertThat(results.verdict().findings()).allMatch(finding -> finding.lookedAt() > 0);
  }
}
