package dev.tradewind.conformance;

import static dev.tradewind.conformance.Topic.RAW;
import static dev.tradewind.conformance.Topic.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sns.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sns.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sns.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sns.model.TooManyEntriesInBatchRequestException;
import software.amazon.awssdk.services.sqs.model.Message;

@ConformanceTest
class SnsPublishBatchIT {

  private static PublishBatchRequestEntry entry(String id, String message) {
    return PublishBatchRequestEntry.builder().id(id).message(message)
        .messageAttributes(Map.of("id", attribute("String", id))).build();
  }

  private static List<PublishBatchRequestEntry> entries(int count, String message) {
    return IntStream.range(0, count).mapToObj(i -> entry("id" + i, message)).toList();
  }

  private static PublishBatchResponse publish(Topic topic, List<PublishBatchRequestEntry> entries) {
    return topic.sns().publishBatch(batch -> batch.topicArn(topic.arn()).publishBatchRequestEntries(entries));
  }

  @Test
  void a_batch_of_ten_arrives_each_with_its_own_attributes(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, RAW);
    var entries = IntStream.range(0, 10).mapToObj(i -> entry("id" + i, "body id" + i)).toList();
    var answer = publish(topic, entries);
    assertThat(answer.failed()).isEmpty();
    assertThat(answer.successful()).extracting(PublishBatchResultEntry::id)
        .containsExactlyInAnyOrderElementsOf(entries.stream().map(PublishBatchRequestEntry::id).toList());
    assertThat(answer.successful()).extracting(PublishBatchResultEntry::messageId).doesNotHaveDuplicates();
    var messages = queue.take(10);
    assertThat(messages).extracting(Message::body)
        .containsExactlyInAnyOrderElementsOf(entries.stream().map(PublishBatchRequestEntry::message).toList());
    assertThat(messages).allMatch(message -> message.body().equals("body " + message.messageAttributes().get("id").stringValue()));
  }

  /** AWS may refuse the entry or the batch; what it never does is say that all is well. */
  @Test
  void an_entry_that_cannot_be_published_is_reported(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, RAW);
    var bad = PublishBatchRequestEntry.builder().id("bad").messageStructure("json").message("{\"sqs\":\"no default\"}").build();
    try {
      var answer = publish(topic, List.of(entry("good", "sent"), bad));
      assertThat(answer.failed()).singleElement().satisfies(failure -> {
        assertThat(failure.id()).isEqualTo("bad");
        assertThat(failure.code()).isEqualTo("InvalidParameter");
        assertThat(failure.senderFault()).isTrue();
      });
      assertThat(answer.successful()).extracting(PublishBatchResultEntry::id).containsExactly("good");
      assertThat(queue.takeOne().body()).isEqualTo("sent");
    } catch (InvalidParameterException refusedAsAWhole) {
      topic.publish("after", Map.of());
      assertThat(queue.takeOne().body()).isEqualTo("after");
    }
  }

  @Test
  void eleven_entries_are_too_many_and_none_too_few(Cloud cloud) {
    var topic = cloud.topic();
    assertThat(catchThrowableOfType(TooManyEntriesInBatchRequestException.class,
        () -> publish(topic, entries(11, "body")))).isNotNull();
    assertThat(catchThrowableOfType(EmptyBatchRequestException.class, () -> publish(topic, List.of()))).isNotNull();
  }

  @Test
  void two_entries_with_one_id_are_refused(Cloud cloud) {
    var topic = cloud.topic();
    assertThat(catchThrowableOfType(BatchEntryIdsNotDistinctException.class,
        () -> publish(topic, List.of(entry("same", "one"), entry("same", "two"))))).isNotNull();
  }

  @Test
  void an_id_with_other_characters_is_refused(Cloud cloud) {
    var topic = cloud.topic();
    assertThat(catchThrowableOfType(InvalidBatchEntryIdException.class,
        () -> publish(topic, List.of(entry("no.dots", "body"))))).isNotNull();
  }

  @Test
  void a_batch_of_over_256_KB_is_refused(Cloud cloud) {
    var topic = cloud.topic();
    assertThat(catchThrowableOfType(BatchRequestTooLongException.class,
        () -> publish(topic, entries(10, "x".repeat(27_000))))).isNotNull();
  }

  @Test
  void a_topic_that_is_not_there_is_not_found(Cloud cloud) {
    var topic = cloud.topic();
    topic.delete();
    assertThat(catchThrowableOfType(NotFoundException.class, () -> publish(topic, entries(1, "body")))).isNotNull();
  }
}
