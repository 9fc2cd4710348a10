package dev.tradewind.quarkus.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.quarkus.guard.GuardOptions.Breaker;
import dev.tradewind.quarkus.guard.GuardOptions.Retry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardOptionsTest {

  @Test
  void where_nothing_is_set_the_usual_holds_and_nothing_is_made_again() {
    assertThat(read(Map.of())).isEqualTo(GuardOptions.USUAL);
    assertThat(GuardOptions.USUAL.retry().attempts()).isOne();
  }

  @Test
  void everything_can_be_set() {
    assertThat(read(Map.ofEntries(
        Map.entry("there.timeout-millis", "1"),
        Map.entry("there.calls-at-once", "2"),
        Map.entry("there.breaker.window-calls", "3"),
        Map.entry("there.breaker.failure-ratio", "0.4"),
        Map.entry("there.breaker.open-millis", "5"),
        Map.entry("there.breaker.trial-calls", "6"),
        Map.entry("there.retry.attempts", "7"),
        Map.entry("there.retry.first-pause-millis", "8"),
        Map.entry("there.retry.longest-pause-millis", "9"),
        Map.entry("there.retry.budget-percent", "10"),
        Map.entry("there.retry.budget-per-second", " 11 ")))).isEqualTo(new GuardOptions(
            Duration.ofMillis(1), 2, new Breaker(3, 0.4, Duration.ofMillis(5), 6), new Retry(7, Duration.ofMillis(8), Duration.ofMillis(9), 10, 11)));
  }

  @ParameterizedTest
  @CsvSource({
      "timeout-millis, 0, 'must be at least 1, but is 0'",
      "timeout-millis, soon, 'must be a whole number, but is ''soon'''",
      "calls-at-once, 0, 'must be at least 1, but is 0'",
      "breaker.window-calls, 0, 'must be at least 1, but is 0'",
      "breaker.failure-ratio, 0, 'must be more than 0 and at most 1, but is 0.0'",
      "breaker.failure-ratio, 50, 'must be more than 0 and at most 1, but is 50.0'",
      "breaker.failure-ratio, half, 'must be a number, but is ''half'''",
      "breaker.failure-ratio, NaN, 'must be more than 0 and at most 1, but is NaN'",
      "breaker.open-millis, -1, 'must be at least 1, but is -1'",
      "breaker.trial-calls, 0, 'must be at least 1, but is 0'",
      "retry.attempts, 0, 'must be at least 1, but is 0'",
      "retry.first-pause-millis, 0, 'must be at least 1, but is 0'",
      "retry.longest-pause-millis, 49, 'must be at least the first pause (50), but is 49'",
      "retry.budget-percent, 101, 'must be from 0 to 100, but is 101'",
      "retry.budget-per-second, -1, 'must be from 0 to 1000, but is -1'"})
  void what_makes_no_sense_is_refused_by_the_name_of_its_setting(String name, String value, String rule) {
    assertThatThrownBy(() -> read(Map.of("there." + name, value)))
        .isInstanceOf(IllegalArgumentException.class).hasMessage("there." + name + " " + rule);
  }

  private static GuardOptions read(Map<String, String> settings) {
    return GuardOptions.read(new SmallRyeConfigBuilder().withDefaultValues(settings).build(), "there");
  }
}
