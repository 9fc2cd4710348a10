package dev.tradewind.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

@ConformanceTest
class SqsSendIT {

  private static final int KIB = 1024;

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }

  private static List<SendMessageBatchRequestEntry> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> entry("id" + i, "body " + i)).toList();
  }

  @Test
  void a_message_arrives_as_it_was_sent_and_with_the_id_the_sender_got(Cloud cloud) {
    var queue = cloud.queue();
    var id = queue.send("{\"text\":\"åß∂ 🚢 <&> \\\\ \\n\"}");
    var message = queue.takeOne();
    assertThat(message.body()).isEqualTo("{\"text\":\"åß∂ 🚢 <&> \\\\ \\n\"}");
    assertThat(message.messageId()).isEqualTo(id);
  }

  @Test
  void attributes_of_each_type_arrive_as_they_were_sent(Cloud cloud) {
    var queue = cloud.queue();
    var attributes = Map.of(
        "type", MessageAttributeValue.builder().dataType("String").stringValue("tradewind.Tested.v1").build(),
        "version", MessageAttributeValue.builder().dataType("Number").stringValue("42").build(),
        "labelled", MessageAttributeValue.builder().dataType("String.label").stringValue("x").build(),
        "bytes", MessageAttributeValue.builder().dataType("Binary")
            .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1, 127})).build());
    cloud.sqs.sendMessage(send -> send.queueUrl(queue.url()).messageBody("body").messageAttributes(attributes));
    assertThat(queue.takeOne().messageAttributes()).isEqualTo(attributes);
  }

  @Test
  void a_batch_of_ten_arrives(Cloud cloud) {
    var queue = cloud.queue();
    var answer = cloud.sqs.sendMessageBatch(send -> send.queueUrl(queue.url()).entries(entries(10)));
    assertThat(answer.failed()).isEmpty();
    assertThat(answer.successful()).extracting(success -> success.id())
        .containsExactlyInAnyOrderElementsOf(entries(10).stream().map(SendMessageBatchRequestEntry::id).toList());
    assertThat(queue.take(10)).extracting(Message::body)
        .containsExactlyInAnyOrderElementsOf(entries(10).stream().map(SendMessageBatchRequestEntry::messageBody).toList());
  }

  @Test
  void an_entry_that_cannot_be_sent_fails_alone(Cloud cloud) {
    var queue = cloud.queue();
    var answer = cloud.sqs.sendMessageBatch(send -> send.queueUrl(queue.url()).entries(
        entry("good", "sent"), entry("bad", "not allowed: \u0001"), entry("better", "sent too")));
    assertThat(answer.successful()).extracting(success -> success.id()).containsExactlyInAnyOrder("good", "better");
    assertThat(answer.failed()).singleElement().satisfies(failure -> {
      assertThat(failure.id()).isEqualTo("bad");
      assertThat(failure.senderFault()).isTrue();
      assertThat(failure.code()).isNotBlank();
    });
    assertThat(queue.take(2)).extracting(Message::body).containsExactlyInAnyOrder("sent", "sent too");
  }

  @Test
  void eleven_entries_are_too_many(Cloud cloud) {
    var queue = cloud.queue();
    assertThat(catchThrowableOfType(TooManyEntriesInBatchRequestException.class,
        () -> cloud.sqs.sendMessageBatch(send -> send.queueUrl(queue.url()).entries(entries(11))))).isNotNull();
  }

  @Test
  void two_entries_with_one_id_are_refused(Cloud cloud) {
    var queue = cloud.queue();
    assertThat(catchThrowableOfType(BatchEntryIdsNotDistinctException.class, () -> cloud.sqs.sendMessageBatch(
        send -> send.queueUrl(queue.url()).entries(entry("same", "one"), entry("same", "two"))))).isNotNull();
  }

  @Test
  void a_message_of_256_KiB_arrives(Cloud cloud) {
    var queue = cloud.queue();
    queue.send("x".repeat(256 * KIB));
    assertThat(queue.takeOne().body()).hasSize(256 * KIB);
  }

  @Test
  void a_message_of_over_a_MiB_is_refused(Cloud cloud) {
    var queue = cloud.queue();
    var refused = catchThrowableOfType(SqsException.class, () -> queue.send("x".repeat(1025 * KIB)));
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void a_batch_of_over_a_MiB_is_refused(Cloud cloud) {
    var queue = cloud.queue();
    var large = IntStream.range(0, 10).mapToObj(i -> entry("id" + i, "x".repeat(120 * KIB))).toList();
    var refused = catchThrowableOfType(SqsException.class,
        () -> cloud.sqs.sendMessageBatch(send -> send.queueUrl(queue.url()).entries(large)));
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void a_delay_of_over_900_seconds_is_refused(Cloud cloud) {
    var queue = cloud.queue();
    var refused = catchThrowableOfType(SqsException.class, () -> cloud.sqs.sendMessage(
        send -> send.queueUrl(queue.url()).messageBody("late").delaySeconds(901)));
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
  }

  @Test
  void a_queue_that_is_not_there_is_named_as_such(Cloud cloud) {
    var queue = cloud.queue();
    var elsewhere = queue.url().replace(queue.name(), Cloud.uniqueName());
    assertThat(catchThrowableOfType(QueueDoesNotExistException.class,
        () -> cloud.sqs.sendMessage(send -> send.queueUrl(elsewhere).messageBody("lost")))).isNotNull();
  }
}
