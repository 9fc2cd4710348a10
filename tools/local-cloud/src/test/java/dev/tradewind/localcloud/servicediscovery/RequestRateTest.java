package dev.tradewind.localcloud.servicediscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradewind.localcloud.Hand;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestRateTest {

  private final Hand clock = new Hand();
  private final RequestRate rate = new RequestRate("Calls", 10, 20, clock);

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      rate.take();
    }
  }

  private void assertEmpty() {
    var refusal = catchThrowableOfType(CloudMapException.class, rate::take);
    assertThat(refusal.type()).isEqualTo("RequestLimitExceeded");
    assertThat(refusal).hasMessageContaining("10 Calls a second");
  }

  @Test
  void there_may_be_a_burst_and_no_more() {
    assertThatCode(() -> take(20)).doesNotThrowAnyException();
    assertEmpty();
  }

  @Test
  void it_fills_with_time() {
    take(20);
    clock.pass(Duration.ofMillis(99));
    assertEmpty();
    clock.pass(Duration.ofMillis(1));
    take(1);
    assertEmpty();
    clock.pass(Duration.ofSeconds(1));
    take(10);
    assertEmpty();
  }

  @Test
  void it_never_holds_more_than_a_burst() {
    clock.pass(Duration.ofHours(1));
    take(20);
    assertEmpty();
  }

  @Test
  void what_is_refused_costs_nothing() {
    take(20);
    for (int i = 0; i < 5; i++) {
      assertEmpty();
    }
    clock.pass(Duration.ofMillis(100));
    assertThatCode(() -> take(1)).doesNotThrowAnyException();
  }

  @Test
  void a_clock_that_is_set_back_takes_nothing_away() {
    clock.pass(Duration.ofMinutes(-1));
    take(20);
    assertEmpty();
    clock.pass(Duration.ofMillis(100));
    assertThatCode(() -> take(1)).doesNotThrowAnyException();
  }
}
