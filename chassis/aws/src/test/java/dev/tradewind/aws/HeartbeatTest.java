package dev.tradewind.aws;

import static dev.tradewind.aws.ConsumerFixture.OPTIONS;
import static dev.tradewind.aws.ConsumerFixture.acknowledge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.aws.FakeQueue.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private final ConsumerFixture fixture = new ConsumerFixture(OPTIONS.withMaxInFlight(1));
  private final LogProbe log = LogProbe.of(QueueConsumer.class);

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void a_message_never_gets_near_the_end_of_its_visibility_while_its_handler_works() {
    deliver();
    var visibleAt = fixture.time.instant().plusSeconds(10);
    var nearest = Duration.ofSeconds(10);

    for (int i = 0; i < 600; i++) {
      int before = fixture.queue.hidden.size();
      fixture.time.pass(Duration.ofMillis(100));
      Instant now = fixture.time.instant();
      if (fixture.queue.hidden.size() > before) {
        assertThat(fixture.queue.hidden.getLast()).isEqualTo(new Hidden("a", Duration.ofSeconds(10)));
        visibleAt = now.plusSeconds(10);
      }
      var left = Duration.between(now, visibleAt);
      nearest = left.compareTo(nearest) < 0 ? left : nearest;
    }

    assertThat(nearest).isGreaterThan(Duration.ofSeconds(6));
    assertThat(fixture.queue.hidden).as("one request every 3.3 s, not more").hasSizeBetween(17, 19);
  }

  @Test
  void a_quick_handler_costs_no_heartbeat_and_an_idle_consumer_no_timer() {
    acknowledge(deliver());

    fixture.pass(60);

    assertThat(fixture.queue.hidden).isEmpty();
    assertThat(fixture.time.pending()).isZero();
  }

  @Test
  void a_settled_delivery_is_not_extended_even_while_its_delete_is_under_way() {
    fixture.queue.slow = true;
    acknowledge(deliver());

    fixture.pass(60);

    assertThat(fixture.queue.hidden).isEmpty();
  }

  @Test
  void the_time_until_a_retry_is_not_disturbed_by_heartbeats() {
    deliver().retry(new IllegalStateException()).subscribe().with(done -> {});

    fixture.pass(60);

    assertThat(fixture.queue.hidden).containsExactly(new Hidden("a", Duration.ofSeconds(1)));
  }

  @Test
  void a_heartbeat_that_fails_is_tried_again_at_the_next_beat() {
    deliver();
    fixture.queue.broken = Optional.of(new IllegalStateException("connection refused"));
    fixture.pass(4);
    assertThat(fixture.queue.hidden).isEmpty();

    fixture.queue.broken = Optional.empty();
    fixture.pass(3);

    assertThat(fixture.queue.hidden).hasSize(1);
  }

  @Test
  void after_the_longest_handling_time_a_delivery_is_given_up_logged_and_its_place_is_free() {
    deliver();
    fixture.pass(599);
    assertThat(fixture.queue.polls).isEmpty();

    fixture.pass(6);

    assertThat(log.lines(Level.WARNING)).singleElement().asString().contains("delivery given up", "queue=work", "handlingSeconds=60");
    assertThat(fixture.queue.polls).hasSize(1);
    int beats = fixture.queue.hidden.size();
    fixture.pass(60);
    assertThat(fixture.queue.hidden).hasSize(beats);
  }

  @Test
  void a_handler_that_ends_after_it_was_given_up_may_still_acknowledge() {
    var delivery = deliver();
    fixture.pass(700);

    acknowledge(delivery);

    assertThat(fixture.queue.deleted).containsExactly("a");
  }

  private Delivery deliver() {
    var subscriber = fixture.receiving(10);
    fixture.queue.bring("a");
    return subscriber.getItems().getFirst();
  }
}
