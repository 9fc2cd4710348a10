package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void the_longest_wait_doubles_with_each_attempt_up_to_the_cap() {
    var longest = new Backoff(Duration.ZERO, SECOND, Duration.ofSeconds(30), () -> 1);

    assertThat(IntStream.rangeClosed(1, 7).mapToObj(longest::after).map(Duration::toSeconds)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void the_wait_is_anything_from_the_floor_to_the_longest() {
    var floor = Duration.ofMillis(250);

    assertThat(new Backoff(floor, SECOND, SECOND, () -> 0).after(1)).isEqualTo(floor);
    assertThat(new Backoff(floor, SECOND, SECOND, () -> 0.5).after(1)).isEqualTo(Duration.ofMillis(625));
    assertThat(new Backoff(floor, SECOND, SECOND, () -> 1).after(1)).isEqualTo(SECOND);
  }

  @Test
  void no_number_of_attempts_overflows() {
    var longest = new Backoff(Duration.ZERO, SECOND, Duration.ofSeconds(30), () -> 1);

    assertThat(longest.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    assertThat(longest.after(0)).isEqualTo(SECOND);
  }

  @Test
  void a_cap_below_the_base_is_refused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, SECOND, Duration.ofMillis(1), () -> 1)).hasMessageContaining("base");
  }
}
