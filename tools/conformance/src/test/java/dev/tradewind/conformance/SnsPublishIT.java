package dev.tradewind.conformance;

import static dev.tradewind.conformance.Topic.RAW;
import static dev.tradewind.conformance.Topic.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

@ConformanceTest
class SnsPublishIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "{\"text\":\"åß∂ 🚢 <&> + % \\\\ \\n\"}";
  private static final int LARGEST_BYTES = 256 * 1024;

  @Test
  void raw_delivery_brings_the_body_as_it_was_published(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, RAW);
    topic.publish(TEXT, Map.of());
    assertThat(queue.takeOne().body()).isEqualTo(TEXT);
  }

  @Test
  void raw_delivery_brings_attributes_as_message_attributes(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, RAW);
    topic.publish("body", Map.of(
        "type", attribute("String", "tradewind.Tested.v1"),
        "version", attribute("Number", "42"),
        "list", attribute("String.Array", "[\"a\",\"b\"]"),
        "bytes", MessageAttributeValue.builder().dataType("Binary")
            .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1, 127})).build()));
    var attributes = queue.takeOne().messageAttributes();
    assertThat(attributes).hasSize(4);
    assertThat(attributes.get("type").stringValue()).isEqualTo("tradewind.Tested.v1");
    assertThat(attributes.get("type").dataType()).isEqualTo("String");
    assertThat(attributes.get("version").dataType()).isEqualTo("Number");
    assertThat(attributes.get("version").stringValue()).isEqualTo("42");
    assertThat(attributes.get("list").stringValue()).isEqualTo("[\"a\",\"b\"]");
    assertThat(attributes.get("bytes").binaryValue().asByteArray()).containsExactly(0, -1, 127);
  }

  @Test
  void raw_delivery_drops_a_message_with_more_than_ten_attributes(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, RAW);
    topic.publish("eleven", attributes(11));
    topic.publish("ten", attributes(10));
    assertThat(queue.takeOne().body()).isEqualTo("ten");
  }

  private static Map<String, MessageAttributeValue> attributes(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "name" + i, i -> attribute("String", "x")));
  }

  @Test
  void without_raw_delivery_the_body_is_an_envelope(Cloud cloud) throws Exception {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, Map.of());
    var id = cloud.sns.publish(publish -> publish.topicArn(topic.arn()).message(TEXT).subject("A subject")
        .messageAttributes(Map.of("type", attribute("String", "x")))).messageId();
    var message = queue.takeOne();
    var envelope = JSON.readTree(message.body());
    assertThat(envelope.get("Type").asText()).isEqualTo("Notification");
    assertThat(envelope.get("MessageId").asText()).isEqualTo(id);
    assertThat(envelope.get("TopicArn").asText()).isEqualTo(topic.arn());
    assertThat(envelope.get("Subject").asText()).isEqualTo("A subject");
    assertThat(envelope.get("Message").asText()).isEqualTo(TEXT);
    assertThat(envelope.get("Timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(envelope.at("/MessageAttributes/type/Type").asText()).isEqualTo("String");
    assertThat(envelope.at("/MessageAttributes/type/Value").asText()).isEqualTo("x");
    assertThat(message.messageAttributes()).isEmpty();
  }

  @Test
  void every_subscribed_queue_gets_a_copy(Cloud cloud) {
    var topic = cloud.topic();
    var one = cloud.queue();
    var other = cloud.queue();
    topic.subscribe(one, RAW);
    topic.subscribe(other, RAW);
    topic.publish("body", Map.of());
    assertThat(one.takeOne().body()).isEqualTo("body");
    assertThat(other.takeOne().body()).isEqualTo("body");
  }

  @Test
  void publishing_where_a_subscribed_queue_is_gone_is_no_error_and_reaches_the_others(Cloud cloud) {
    var topic = cloud.topic();
    var gone = Queue.create(cloud.sqs, Cloud.uniqueName(), Map.of());
    var there = cloud.queue();
    topic.subscribe(gone, RAW);
    topic.subscribe(there, RAW);
    gone.delete();
    topic.publish("body", Map.of());
    assertThat(there.takeOne().body()).isEqualTo("body");
  }

  @Test
  void a_body_can_be_given_for_queues_alone(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, RAW);
    cloud.sns.publish(publish -> publish.topicArn(topic.arn())
        .messageStructure("json").message("{\"default\":\"for all\",\"sqs\":\"for queues\"}"));
    assertThat(queue.takeOne().body()).isEqualTo("for queues");
  }

  @Test
  void an_empty_message_is_refused(Cloud cloud) {
    var topic = cloud.topic();
    assertThat(catchThrowableOfType(InvalidParameterException.class, () -> topic.publish("", Map.of()))).isNotNull();
  }

  @Test
  void a_message_of_256_KB_arrives_and_one_byte_more_is_refused(Cloud cloud) {
    var topic = cloud.topic();
    var queue = cloud.queue();
    topic.subscribe(queue, RAW);
    topic.publish("x".repeat(LARGEST_BYTES), Map.of());
    assertThat(queue.take(1)).extracting(Message::body).allMatch(body -> body.length() == LARGEST_BYTES);
    assertThat(catchThrowableOfType(InvalidParameterException.class,
        () -> topic.publish("x".repeat(LARGEST_BYTES + 1), Map.of()))).isNotNull();
  }
}
