package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 2, 20, 64, 10, 600, 1, 30, 20, 5, queue",
    "q, 0, 20, 64, 10, 600, 1, 30, 20, 5, polls",
    "q, 2, 21, 64, 10, 600, 1, 30, 20, 5, longPoll",
    "q, 2, -1, 64, 10, 600, 1, 30, 20, 5, longPoll",
    "q, 2, 20, 0, 10, 600, 1, 30, 20, 5, maxInFlight",
    "q, 2, 20, 64, 0, 600, 1, 30, 20, 5, visibility",
    "q, 2, 20, 64, 10, 9, 1, 30, 20, 5, maxHandling",
    "q, 2, 20, 64, 10, 600, 0, 30, 20, 5, backoffBase",
    "q, 2, 20, 64, 10, 600, 31, 30, 20, 5, backoffBase",
    "q, 2, 20, 64, 10, 600, 1, 30, 0, 5, drainTimeout",
    "q, 2, 20, 64, 10, 600, 1, 30, 20, -1, linger"})
  void a_wrong_option_is_named(
      String queue, int polls, int longPoll, int room, int visibility, int handling, int base, int cap, int drain, int linger, String named) {
    assertThatThrownBy(() -> new QueueConsumer.Options(
        queue, polls, Duration.ofSeconds(longPoll), room, Duration.ofSeconds(visibility), Duration.ofSeconds(handling),
        Duration.ofSeconds(base), Duration.ofSeconds(cap), Duration.ofSeconds(drain), Duration.ofMillis(linger)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(named);
  }

  @ParameterizedTest
  @CsvSource({"'', t-, us-east-1, 000000000000, service", "s, t-, '', 000000000000, region", "s, t-, us-east-1, 12, account"})
  void a_wrong_option_of_the_dispatcher_is_named(String service, String prefix, String region, String account, String named) {
    assertThatThrownBy(() -> new AwsDispatcher.Options(service, prefix, region, account, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(named);
  }
}
