package dev.tradewind.aws;

import static dev.tradewind.aws.ConsumerFixture.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.aws.FakeQueue.Hidden;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class SettlementTest {

  private final ConsumerFixture fixture = new ConsumerFixture(OPTIONS.withMaxInFlight(1));
  private final LogProbe log = LogProbe.of(QueueConsumer.class);

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void a_delivery_shows_what_the_message_holds() {
    var subscriber = fixture.receiving(1);
    var message = FakeQueue.message("hello", 3).toBuilder().messageAttributes(Map.of(
        "type", MessageAttributeValue.builder().dataType("String").stringValue("Greeting").build(),
        "bytes", MessageAttributeValue.builder().dataType("Binary").build())).build();
    fixture.queue.polls.removeFirst().answer().complete(List.of(message));

    var delivery = subscriber.getItems().getFirst();

    assertThat(delivery.body()).isEqualTo("hello");
    assertThat(delivery.receiveCount()).isEqualTo(3);
    assertThat(delivery.attributes()).isEqualTo(Map.of("type", "Greeting"));
  }

  @Test
  void without_a_receive_count_it_is_the_first() {
    var subscriber = fixture.receiving(1);
    fixture.queue.polls.removeFirst().answer().complete(List.of(Message.builder().body("a").build()));

    assertThat(subscriber.getItems().getFirst().receiveCount()).isEqualTo(1);
  }

  @Test
  void how_long_a_message_lay_in_its_queue_is_known_the_first_time_it_is_taken() {
    var sent = fixture.time.instant().minusSeconds(7);

    assertThat(sentAt(sent, 1).waited()).contains(Duration.ofSeconds(7));
  }

  @Test
  void a_message_that_was_taken_before_says_nothing_about_the_queue() {
    assertThat(sentAt(fixture.time.instant().minusSeconds(7), 2).waited()).isEmpty();
  }

  @Test
  void a_queue_whose_clock_is_ahead_lets_nobody_wait_less_than_nothing() {
    assertThat(sentAt(fixture.time.instant().plusSeconds(7), 1).waited()).contains(Duration.ZERO);
  }

  @Test
  void a_queue_that_does_not_say_when_a_message_was_sent_is_not_guessed_about() {
    assertThat(delivery(1).waited()).isEmpty();
  }

  @Test
  void acknowledging_deletes_and_completes_when_it_is_deleted() {
    fixture.queue.slow = true;

    var acknowledged = subscribe(delivery(1).acknowledge());

    assertThat(fixture.queue.deleted).containsExactly("a");
    acknowledged.assertNotTerminated();
    fixture.queue.slowDeletes.getFirst().complete(null);
    acknowledged.assertCompleted();
  }

  @Test
  void nothing_happens_before_somebody_subscribes() {
    var delivery = delivery(1);
    delivery.deadLetter("never subscribed to");

    subscribe(delivery.acknowledge()).assertCompleted();

    assertThat(fixture.queue.deleted).containsExactly("a");
    assertThat(fixture.queue.buried).isEmpty();
  }

  @Test
  void the_first_settlement_counts_and_a_later_one_waits_for_it() {
    fixture.queue.slow = true;
    var delivery = delivery(1);
    subscribe(delivery.acknowledge());

    var later = subscribe(delivery.retry(new IllegalStateException("too late")));

    later.assertNotTerminated();
    fixture.queue.slowDeletes.getFirst().complete(null);
    later.assertCompleted();
    assertThat(fixture.queue.hidden).isEmpty();
    assertThat(fixture.queue.deleted).containsExactly("a");
  }

  @Test
  void a_delete_that_fails_is_logged_once_and_the_message_is_left_to_come_back() {
    var delivery = delivery(1);
    fixture.queue.broken = Optional.of(new IllegalStateException("connection refused"));

    subscribe(delivery.acknowledge()).assertCompleted();

    assertThat(log.lines(Level.WARNING)).singleElement().asString()
        .contains("acknowledge failed", "queue=work", "receives=1", "IllegalStateException: connection refused");
    fixture.pass(60);
    assertThat(fixture.queue.hidden).as("it is not kept invisible").isEmpty();
    assertThat(fixture.queue.polls).as("its place is free").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "5, 16", "6, 30", "19, 30"})
  void a_message_that_failed_comes_back_after_a_time_that_grows_with_its_receives(int receives, int seconds) {
    subscribe(delivery(receives).retry(new IllegalStateException())).assertCompleted();

    assertThat(fixture.queue.hidden).containsExactly(new Hidden("a", Duration.ofSeconds(seconds)));
    assertThat(fixture.queue.deleted).isEmpty();
  }

  @Test
  void the_log_tells_what_kind_of_error_it_was_but_not_what_it_said() {
    subscribe(delivery(2).retry(new IllegalStateException("card 4242", new IOException("street 7")))).assertCompleted();

    assertThat(log.lines(Level.INFO)).singleElement().asString()
        .contains("delivery comes back", "receives=2", "IllegalStateException from IOException")
        .doesNotContain("4242", "street");
  }

  @Test
  void a_dead_letter_is_buried_with_its_reason_and_then_deleted() {
    subscribe(delivery(1).deadLetter("not JSON, from line 1 column 2 on")).assertCompleted();

    assertThat(fixture.queue.buried).containsExactly("a: not JSON, from line 1 column 2 on");
    assertThat(fixture.queue.deleted).containsExactly("a");
    assertThat(log.lines(Level.WARNING)).singleElement().asString().contains("dead-lettered", "reason=not JSON");
  }

  @Test
  void a_dead_letter_that_cannot_be_buried_is_not_deleted() {
    var delivery = delivery(1);
    fixture.queue.broken = Optional.of(new IllegalStateException("no such queue"));

    subscribe(delivery.deadLetter("unreadable")).assertCompleted();

    assertThat(fixture.queue.deleted).isEmpty();
    assertThat(log.lines(Level.WARNING)).anyMatch(line -> line.contains("dead-letter failed, the message comes back"));
  }

  @Test
  void of_a_reason_256_printable_characters_are_kept() {
    subscribe(delivery(1).deadLetter("\u0000tab\tand ship 🚢" + "x".repeat(300))).assertCompleted();

    assertThat(fixture.queue.buried).containsExactly("a:  tab and ship 🚢" + "x".repeat(241));
  }

  @Test
  void an_empty_reason_is_an_unknown_one() {
    subscribe(delivery(1).deadLetter(" ")).assertCompleted();

    assertThat(fixture.queue.buried).containsExactly("a: unknown");
  }

  private Delivery sentAt(Instant sent, int receives) {
    var subscriber = fixture.receiving(1);
    fixture.queue.polls.removeFirst().answer().complete(List.of(Message.builder().body("a").attributes(Map.of(
        MessageSystemAttributeName.SENT_TIMESTAMP, Long.toString(sent.toEpochMilli()),
        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, Integer.toString(receives))).build()));
    return subscriber.getItems().getFirst();
  }

  private Delivery delivery(int receives) {
    var subscriber = fixture.receiving(10);
    fixture.queue.bring(receives, "a");
    return subscriber.getItems().getFirst();
  }

  private static UniAssertSubscriber<Void> subscribe(Uni<Void> settlement) {
    return settlement.subscribe().withSubscriber(UniAssertSubscriber.create());
  }
}
