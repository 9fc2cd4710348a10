package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void percentilesAreInMilliseconds() {
    for (int millis = 1; millis <= 100; millis++) {
      latencies.add(Duration.ofMillis(millis));
    }

    assertThat(latencies.percentiles().count()).isEqualTo(100);
    assertThat(latencies.percentiles().p50()).isCloseTo(50, within(0.5));
    assertThat(latencies.percentiles().p99()).isCloseTo(99, within(0.5));
    assertThat(latencies.percentiles().max()).isCloseTo(100, within(0.5));
  }

  @Test
  void aClockThatWentBackCountsAsNothing() {
    latencies.add(Duration.ofMillis(-5));

    assertThat(latencies.percentiles().max()).isZero();
  }

  @Test
  void nothingMeasuredIsNothing() {
    assertThat(latencies.percentiles()).isEqualTo(new Latencies.Percentiles(0, 0, 0, 0, 0));
  }
}
