package dev.tradewind.aws;

import static dev.tradewind.aws.ConsumerFixture.bodies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.aws.FakeQueue.Poll;
import dev.tradewind.aws.QueueConsumer.State;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class RecoveryTest {

  private final ConsumerFixture fixture = new ConsumerFixture();
  private final LogProbe log = LogProbe.of(QueueConsumer.class);

  @AfterEach
  void stop() {
    log.close();
  }

  static Stream<Throwable> errors() {
    return Stream.of(
        SdkClientException.create("refused", new ConnectException("Connection refused")),
        SdkClientException.create("unknown", new UnknownHostException("sqs.nowhere")),
        SqsException.builder().statusCode(503).message("unavailable").build(),
        QueueDoesNotExistException.builder().message("The specified queue does not exist").build(),
        new IllegalStateException("Connection pool shut down"),
        new NullPointerException(),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void whatever_goes_wrong_polling_goes_on(Throwable error) {
    var subscriber = fixture.receiving(5);
    fixture.queue.fail(error);
    assertThat(fixture.consumer.health().state()).isEqualTo(State.RECOVERING);
    fixture.pass(1);

    fixture.queue.bring("a");

    assertThat(bodies(subscriber)).containsExactly("a");
    subscriber.assertNotTerminated();
    assertThat(fixture.consumer.health().state()).isEqualTo(State.RECEIVING);
  }

  @Test
  void a_queue_that_throws_instead_of_failing_is_no_different() {
    var throwing = new Queue() {
      private int polls;

      @Override
      public Uni<List<Message>> receive(int most, Duration longest) {
        if (polls++ < 3) {
          throw new IllegalStateException("client closed");
        }
        return polls == 4 ? Uni.createFrom().item(List.of(FakeQueue.message("a", 1))) : Uni.createFrom().nothing();
      }

      @Override
      public Uni<Void> delete(Message message) {
        return Uni.createFrom().voidItem();
      }

      @Override
      public Uni<Void> hide(Message message, Duration visibility) {
        return Uni.createFrom().voidItem();
      }

      @Override
      public Uni<Void> bury(Message message, String reason) {
        return Uni.createFrom().voidItem();
      }
    };
    var consumer = new QueueConsumer(throwing, ConsumerFixture.OPTIONS, fixture.time, fixture.time, () -> 1);
    AssertSubscriber<Delivery> subscriber = consumer.deliveries().subscribe().withSubscriber(AssertSubscriber.create(5));

    fixture.pass(10);

    assertThat(bodies(subscriber)).containsExactly("a");
  }

  @Test
  void while_it_fails_one_poll_that_does_not_wait_probes_after_pauses_that_double_up_to_ten_seconds() {
    fixture.receiving(64);
    assertThat(fixture.queue.polls).hasSize(2);
    fixture.queue.fail(new ConnectException());
    fixture.queue.fail(new ConnectException());

    for (long millis : List.of(500L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L)) {
      assertThat(fixture.queue.polls).isEmpty();
      fixture.time.pass(Duration.ofMillis(millis - 1));
      assertThat(fixture.queue.polls).as("before %d ms", millis).isEmpty();
      fixture.time.pass(Duration.ofMillis(1));
      assertThat(fixture.queue.polls).as("after %d ms", millis).extracting(Poll::longest).containsExactly(Duration.ZERO);
      fixture.queue.fail(new ConnectException());
    }
  }

  @Test
  void after_a_recovery_pauses_are_short_again() {
    fixture.receiving(5);
    for (int i = 0; i < 10; i++) {
      fixture.queue.fail(new ConnectException());
      fixture.pass(10);
    }
    fixture.queue.bring();

    fixture.queue.fail(new ConnectException());
    fixture.time.pass(Duration.ofMillis(500));

    assertThat(fixture.queue.polls).hasSize(1);
  }

  @Test
  void the_shortest_pause_is_a_quarter_of_a_second() {
    var time = new VirtualTime();
    var queue = new FakeQueue();
    var eager = new QueueConsumer(queue, ConsumerFixture.OPTIONS, time, time, () -> 0);
    eager.deliveries().subscribe().withSubscriber(AssertSubscriber.create(5));
    queue.fail(new ConnectException());

    time.pass(Duration.ofMillis(249));
    assertThat(queue.polls).isEmpty();
    time.pass(Duration.ofMillis(1));
    assertThat(queue.polls).hasSize(1);
  }

  @Test
  void one_line_says_that_it_fails_and_one_that_it_works_again() {
    fixture.receiving(5);
    for (int i = 0; i < 50; i++) {
      fixture.queue.fail(SdkClientException.create("Unable to execute HTTP request: Connection refused"));
      fixture.pass(10);
    }
    fixture.queue.bring("a");
    fixture.queue.bring("b");

    assertThat(log.lines(Level.INFO)).satisfiesExactly(
        failing -> assertThat(failing).contains("receiving fails", "queue=work", "Connection refused"),
        working -> assertThat(working).contains("receiving again", "queue=work", "afterSeconds=500"));
  }

  @Test
  void health_tells_since_when_and_why_and_when_the_queue_answered_last() {
    fixture.receiving(5);
    var answered = fixture.time.instant();
    fixture.pass(7);
    fixture.queue.fail(new IllegalStateException("first\nline"));
    var failing = fixture.time.instant();
    fixture.pass(3);
    fixture.queue.fail(new IllegalStateException("second"));

    var health = fixture.consumer.health();

    assertThat(health).isEqualTo(
        new QueueConsumer.Health(State.RECOVERING, failing, Optional.of("IllegalStateException: second"), Optional.of(answered)));
  }

  @Test
  void health_recovers() {
    fixture.receiving(5);
    fixture.queue.fail(new IllegalStateException("gone"));
    fixture.pass(3);
    fixture.queue.bring();
    var recovered = fixture.time.instant();

    assertThat(fixture.consumer.health()).isEqualTo(
        new QueueConsumer.Health(State.RECEIVING, recovered, Optional.empty(), Optional.of(recovered)));
  }

  @Test
  void before_the_first_poll_nothing_is_claimed() {
    assertThat(fixture.consumer.health().state()).isEqualTo(State.RECEIVING);
    assertThat(fixture.consumer.health().lastPoll()).isEmpty();
  }

  @Test
  void after_recovery_all_polls_are_under_way_again() {
    fixture.receiving(64);
    fixture.queue.fail(new ConnectException());
    fixture.queue.fail(new ConnectException());
    fixture.pass(1);

    fixture.queue.bring();

    assertThat(fixture.queue.polls).extracting(Poll::most).containsExactly(10, 10);
    assertThat(fixture.queue.polls).extracting(Poll::longest).containsOnly(Duration.ofSeconds(20));
  }

  @Test
  void the_places_of_a_failed_poll_are_free_again() {
    fixture.receiving(3);
    fixture.queue.fail(new ConnectException());
    fixture.pass(1);

    assertThat(fixture.queue.polls).extracting(Poll::most).containsExactly(3);
  }
}
