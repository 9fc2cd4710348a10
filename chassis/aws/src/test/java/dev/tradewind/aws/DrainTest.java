package dev.tradewind.aws;

import static dev.tradewind.aws.ConsumerFixture.acknowledge;
import static dev.tradewind.aws.ConsumerFixture.bodies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.aws.FakeQueue.Hidden;
import dev.tradewind.aws.QueueConsumer.State;
import java.net.ConnectException;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainTest {

  private final ConsumerFixture fixture = new ConsumerFixture();
  private final LogProbe log = LogProbe.of(QueueConsumer.class);

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void an_idle_consumer_is_drained_at_once_its_polls_given_up_and_its_stream_complete() {
    var subscriber = fixture.receiving(64);

    fixture.drain().assertCompleted();

    assertThat(fixture.queue.polls).isEmpty();
    assertThat(fixture.queue.pollsGivenUp).isEqualTo(2);
    subscriber.assertCompleted();
    assertThat(fixture.consumer.health().state()).isEqualTo(State.STOPPED);
    assertThat(fixture.time.pending()).as("no timer is left").isZero();
  }

  @Test
  void nothing_is_drained_before_somebody_subscribes() {
    fixture.receiving(64);

    fixture.consumer.drain();

    assertThat(fixture.queue.polls).hasSize(2);
  }

  @Test
  void what_is_in_flight_is_finished_and_acknowledged_first() {
    fixture.queue.slow = true;
    var subscriber = fixture.receiving(64);
    fixture.queue.bring("a");
    var drained = fixture.drain();
    assertThat(fixture.consumer.health().state()).isEqualTo(State.DRAINING);
    subscriber.assertNotTerminated();

    acknowledge(subscriber.getItems().getFirst());
    drained.assertNotTerminated();
    fixture.queue.slowDeletes.getFirst().complete(null);

    drained.assertCompleted();
    subscriber.assertCompleted();
  }

  @Test
  void a_slow_handler_keeps_its_message_invisible_during_the_drain() {
    var subscriber = fixture.receiving(64);
    fixture.queue.bring("a");
    fixture.drain();

    fixture.pass(12);
    assertThat(fixture.queue.hidden).hasSize(3).containsOnly(new Hidden("a", Duration.ofSeconds(10)));
    acknowledge(subscriber.getItems().getFirst());

    assertThat(fixture.consumer.health().state()).isEqualTo(State.STOPPED);
  }

  @Test
  void a_handler_that_does_not_end_is_left_behind_after_the_drain_timeout() {
    var subscriber = fixture.receiving(64);
    fixture.queue.bring("a");
    var drained = fixture.drain();
    fixture.pass(19);
    drained.assertNotTerminated();

    fixture.pass(1);

    drained.assertCompleted();
    subscriber.assertCompleted();
    assertThat(log.lines(Level.INFO)).last().asString().contains("drained", "queue=work", "unfinished=1");
    int beats = fixture.queue.hidden.size();
    fixture.pass(60);
    assertThat(fixture.queue.hidden).as("its message comes back").hasSize(beats);
  }

  @Test
  void nothing_more_is_polled_or_handed_out_however_much_is_wanted() {
    var subscriber = fixture.receiving(1);
    fixture.queue.bring("a");
    fixture.drain();

    subscriber.request(10);

    assertThat(fixture.queue.polls).isEmpty();
    assertThat(bodies(subscriber)).containsExactly("a");
  }

  @Test
  void a_consumer_that_is_recovering_is_drained_too_and_does_not_wake_up_again() {
    fixture.receiving(5);
    fixture.queue.fail(new ConnectException());

    fixture.drain().assertCompleted();
    fixture.pass(60);

    assertThat(fixture.queue.polls).isEmpty();
    assertThat(fixture.consumer.health().state()).isEqualTo(State.STOPPED);
  }

  @Test
  void draining_twice_is_draining_once() {
    var subscriber = fixture.receiving(64);
    fixture.queue.bring("a");
    var first = fixture.drain();
    var second = fixture.drain();
    second.assertNotTerminated();

    acknowledge(subscriber.getItems().getFirst());

    first.assertCompleted();
    second.assertCompleted();
    fixture.drain().assertCompleted();
    assertThat(log.lines(Level.INFO)).hasSize(2);
  }

  @Test
  void who_subscribes_after_the_drain_finds_the_stream_complete() {
    fixture.drain();

    fixture.subscribe(5).assertCompleted();
    assertThat(fixture.queue.polls).isEmpty();
  }

  @Test
  void a_subscriber_that_left_is_not_told_that_the_stream_is_complete() {
    var probe = new FlowProbe();
    fixture.consumer.deliveries().subscribe(probe);
    probe.subscription.cancel();

    fixture.drain();

    assertThat(probe.completed).isFalse();
  }
}
