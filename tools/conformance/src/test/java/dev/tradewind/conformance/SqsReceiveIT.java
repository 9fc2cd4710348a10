package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@ConformanceTest
class SqsReceiveIT {

  private static Message receiveOne(Queue queue, int visibilitySeconds) {
    return await().until(() -> queue.receive(5, visibilitySeconds), messages -> !messages.isEmpty()).getFirst();
  }

  private static void changeVisibility(Queue queue, Message message, int seconds) {
    queue.sqs().changeMessageVisibility(change -> change
        .queueUrl(queue.url()).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
  }

  private static int receiveCount(Message message) {
    return Integer.parseInt(message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
  }

  @Test
  void a_long_poll_returns_as_soon_as_a_message_arrives(Cloud cloud) throws Exception {
    var queue = cloud.queue();
    var started = Instant.now();
    var poll = CompletableFuture.supplyAsync(() -> queue.receive(20, 30));
    await().pollDelay(Duration.ofMillis(500)).until(() -> true);
    queue.send("here");
    assertThat(poll.get()).extracting(Message::body).containsExactly("here");
    assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void a_long_poll_without_messages_returns_none_when_its_time_is_over(Cloud cloud) {
    var queue = cloud.queue();
    var started = Instant.now();
    assertThat(queue.receive(2, 30)).isEmpty();
    assertThat(Duration.between(started, Instant.now())).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(10));
  }

  @Test
  void one_receive_brings_ten_messages_at_most(Cloud cloud) {
    var queue = cloud.queue();
    IntStream.range(0, 12).forEach(i -> queue.send("body " + i));
    assertThat(queue.receive(2, 30)).hasSizeBetween(1, 10);
    assertThat(queue.take(2)).isNotEmpty();
  }

  @Test
  void a_received_message_is_hidden_until_its_visibility_ends(Cloud cloud) {
    var queue = cloud.queue();
    queue.send("body");
    var first = receiveOne(queue, 2);
    assertThat(queue.receive(0, 30)).isEmpty();
    var second = receiveOne(queue, 30);
    assertThat(second.messageId()).isEqualTo(first.messageId());
    assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
  }

  @Test
  void each_receive_is_counted(Cloud cloud) {
    var queue = cloud.queue();
    queue.send("body");
    for (int receive = 1; receive <= 3; receive++) {
      var message = receiveOne(queue, 30);
      assertThat(receiveCount(message)).isEqualTo(receive);
      assertThat(message.attributes()).containsKeys(
          MessageSystemAttributeName.SENT_TIMESTAMP, MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP);
      changeVisibility(queue, message, 0);
    }
  }

  @Test
  void a_visibility_of_zero_brings_a_message_back_at_once(Cloud cloud) {
    var queue = cloud.queue(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "600"));
    queue.send("body");
    changeVisibility(queue, receiveOne(queue, 600), 0);
    assertThat(receiveOne(queue, 30).body()).isEqualTo("body");
  }

  @Test
  void a_longer_visibility_keeps_a_message_hidden(Cloud cloud) {
    var queue = cloud.queue();
    queue.send("kept");
    changeVisibility(queue, receiveOne(queue, 1), 60);
    assertThat(queue.receive(3, 30)).isEmpty();
  }

  @Test
  void visibility_changes_in_batches_and_a_bad_handle_fails_alone(Cloud cloud) {
    var queue = cloud.queue();
    queue.send("body");
    var message = receiveOne(queue, 600);
    var answer = cloud.sqs.changeMessageVisibilityBatch(change -> change.queueUrl(queue.url()).entries(
        ChangeMessageVisibilityBatchRequestEntry.builder()
            .id("good").receiptHandle(message.receiptHandle()).visibilityTimeout(0).build(),
        ChangeMessageVisibilityBatchRequestEntry.builder()
            .id("bad").receiptHandle("no such handle").visibilityTimeout(0).build()));
    assertThat(answer.successful()).extracting(success -> success.id()).containsExactly("good");
    assertThat(answer.failed()).extracting(failure -> failure.id()).containsExactly("bad");
    assertThat(receiveOne(queue, 30).messageId()).isEqualTo(message.messageId());
  }

  @Test
  void deletes_come_in_batches_and_a_bad_handle_fails_alone(Cloud cloud) {
    var queue = cloud.queue();
    queue.send("body");
    var message = receiveOne(queue, 1);
    var answer = cloud.sqs.deleteMessageBatch(delete -> delete.queueUrl(queue.url()).entries(
        DeleteMessageBatchRequestEntry.builder().id("good").receiptHandle(message.receiptHandle()).build(),
        DeleteMessageBatchRequestEntry.builder().id("bad").receiptHandle("no such handle").build()));
    assertThat(answer.successful()).extracting(success -> success.id()).containsExactly("good");
    assertThat(answer.failed()).singleElement().satisfies(failure -> {
      assertThat(failure.id()).isEqualTo("bad");
      assertThat(failure.senderFault()).isTrue();
    });
    assertThat(queue.receive(3, 30)).isEmpty();
  }

  @Test
  void a_message_deleted_twice_is_no_error(Cloud cloud) {
    var queue = cloud.queue();
    queue.send("body");
    var message = receiveOne(queue, 30);
    queue.delete(message);
    queue.delete(message);
    var again = cloud.sqs.deleteMessageBatch(delete -> delete.queueUrl(queue.url()).entries(
        DeleteMessageBatchRequestEntry.builder().id("again").receiptHandle(message.receiptHandle()).build()));
    assertThat(again.successful()).extracting(success -> success.id()).containsExactly("again");
    assertThat(again.failed()).isEmpty();
  }

  @Test
  void a_delayed_message_arrives_when_its_delay_is_over_and_not_before(Cloud cloud) {
    var queue = cloud.queue();
    var sent = Instant.now();
    cloud.sqs.sendMessage(send -> send.queueUrl(queue.url()).messageBody("late").delaySeconds(3));
    queue.send("prompt");
    assertThat(List.of(queue.takeOne(), queue.takeOne())).extracting(Message::body).containsExactly("prompt", "late");
    assertThat(Duration.between(sent, Instant.now())).isGreaterThan(Duration.ofMillis(2_500));
  }

  @Test
  void a_long_poll_returns_when_a_delay_ends(Cloud cloud) {
    var queue = cloud.queue();
    cloud.sqs.sendMessage(send -> send.queueUrl(queue.url()).messageBody("late").delaySeconds(2));
    var started = Instant.now();
    assertThat(queue.receive(20, 30)).extracting(Message::body).containsExactly("late");
    assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofSeconds(15));
  }
}
