package dev.tradewind.cloudmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

  @Test
  void it_is_the_time_of_day_and_only_grows() {
    var clock = new SteadyClock();
    var first = clock.instant();
    assertThat(Duration.between(first, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    assertThat(clock.instant()).isAfterOrEqualTo(first);
  }
}
