package dev.tradewind.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class QueueWaitsTest {

  private static final String QUEUE = "orders-events";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final QueueWaits waits = new QueueWaits(now::get, meters);

  @Test
  void a_queue_nobody_heard_of_lets_nobody_wait() {
    assertThat(waits.standing("unheard-of")).isZero();
  }

  @Test
  void when_all_waited_long_a_backlog_stands() {
    receive(3_000, 2_000, 4_000);
    pass(1_000);

    assertThat(waits.standing(QUEUE)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void one_that_did_not_wait_means_that_none_does() {
    receive(3_000, 5, 4_000);
    pass(1_000);

    assertThat(waits.standing(QUEUE)).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void an_interval_counts_when_it_is_over() {
    receive(3_000);
    assertThat(waits.standing(QUEUE)).as("one message may have had bad luck").isZero();

    pass(1_000);
    receive(10);
    assertThat(waits.standing(QUEUE)).as("the interval before counts until this one is over").isEqualTo(Duration.ofSeconds(3));

    pass(1_000);
    assertThat(waits.standing(QUEUE)).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void after_a_while_without_messages_nobody_waits() {
    receive(3_000);
    pass(2_000);
    assertThat(waits.standing(QUEUE)).isZero();

    receive(3_000);
    assertThat(waits.standing(QUEUE)).as("what was before the pause is forgotten").isZero();
  }

  @Test
  void each_queue_is_on_its_own() {
    receive(3_000);
    waits.received("orders-commands", Duration.ZERO);
    pass(1_000);

    assertThat(waits.standing("orders-commands")).isZero();
    assertThat(waits.standing(QUEUE)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void it_can_be_watched() {
    receive(1_500);
    pass(1_000);

    assertThat(meters.get("tradewind.queue.wait").tag("queue", QUEUE).timeGauge().value(TimeUnit.MILLISECONDS)).isEqualTo(1_500);
  }

  private void receive(long... millis) {
    for (long waited : millis) {
      waits.received(QUEUE, Duration.ofMillis(waited));
    }
  }

  private void pass(long millis) {
    now.updateAndGet(before -> before.plusMillis(millis));
  }
}
