package dev.tradewind.launcher.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

class PacingTest {

  @RepeatedTest(20)
  void pausesGrowToTheLongestAndNeverAgree() {
    Pacing pacing = new Pacing(Duration.ofMillis(100), Duration.ofSeconds(2));

    assertThat(pacing.before(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(pacing.before(3)).isBetween(Duration.ofMillis(128), Duration.ofMillis(256));
    assertThat(pacing.before(1_000)).isBetween(Duration.ofMillis(1_000), Duration.ofSeconds(2));
  }
}
