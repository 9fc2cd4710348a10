package dev.tradewind.localcloud.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.elasticmq.MessageData;
import org.elasticmq.OnDateTimeReceived;

/** {@code ReceiveMessage}. */
final class ReceiveCalls {

  private static final int MOST_MESSAGES = 10;
  private static final int LONGEST_POLL_SECONDS = 20;
  private static final int LONGEST_VISIBILITY_SECONDS = 43_200;
  private static final String ACCOUNT = "000000000000";

  private static final Map<String, Function<MessageData, String>> SYSTEM_ATTRIBUTES = Map.of(
      "SenderId", message -> ACCOUNT,
      "SentTimestamp", message -> Long.toString(message.created().toInstant().toEpochMilli()),
      "ApproximateReceiveCount", message -> Integer.toString(message.statistics().approximateReceiveCount()),
      "ApproximateFirstReceiveTimestamp", ReceiveCalls::firstReceived);

  private ReceiveCalls() {}

  static Map<String, QueueCall> byName() {
    return Map.of("ReceiveMessage", ReceiveCalls::receive);
  }

  private static CompletionStage<JsonNode> receive(ElasticQueue queue, Parameters parameters) {
    var systemAttributes = parameters.texts("MessageSystemAttributeNames");
    systemAttributes.addAll(parameters.texts("AttributeNames"));
    var attributes = parameters.texts("MessageAttributeNames");
    return queue.receive(
        parameters.number("MaxNumberOfMessages", 1, MOST_MESSAGES).orElse(1L).intValue(),
        parameters.seconds("VisibilityTimeout", LONGEST_VISIBILITY_SECONDS),
        parameters.seconds("WaitTimeSeconds", LONGEST_POLL_SECONDS)).thenApply(messages -> {
          var answer = JsonNodeFactory.instance.objectNode();
          if (!messages.isEmpty()) {
            var array = answer.putArray("Messages");
            messages.forEach(message -> array.add(json(message, systemAttributes, attributes)));
          }
          return answer;
        });
  }

  private static ObjectNode json(MessageData message, Set<String> systemAttributes, Set<String> attributes) {
    var body = message.content().value();
    var json = JsonNodeFactory.instance.objectNode()
        .put("MessageId", message.id().id())
        .put("ReceiptHandle", message.deliveryReceipt().get().receipt())
        .put("MD5OfBody", Digest.ofBody(body))
        .put("Body", body);
    if (!systemAttributes.isEmpty()) {
      var wanted = json.putObject("Attributes");
      SYSTEM_ATTRIBUTES.forEach((name, value) -> {
        if (systemAttributes.contains("All") || systemAttributes.contains(name)) {
          wanted.put(name, value.apply(message));
        }
      });
    }
    addMessageAttributes(json, Attributes.fromElasticMq(message.messageAttributes()), attributes);
    return json;
  }

  private static void addMessageAttributes(
      ObjectNode json, TreeMap<String, MessageAttribute> attributes, Set<String> wanted) {
    attributes.keySet().removeIf(name -> wanted.stream().noneMatch(pattern -> selects(pattern, name)));
    if (attributes.isEmpty()) {
      return;
    }
    json.put("MD5OfMessageAttributes", Digest.ofAttributes(attributes));
    var array = json.putObject("MessageAttributes");
    attributes.forEach((name, attribute) -> array.putObject(name)
        .put("DataType", attribute.dataType())
        .put(attribute.kind().equals("Binary") ? "BinaryValue" : "StringValue", attribute.value()));
  }

  /** {@code All}, a name, or the start of one followed by {@code .*}. */
  private static boolean selects(String pattern, String name) {
    return pattern.equals("All") || pattern.equals(name)
        || (pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 2)));
  }

  private static String firstReceived(MessageData message) {
    return message.statistics().approximateFirstReceive() instanceof OnDateTimeReceived first
        ? Long.toString(first.when().toInstant().toEpochMilli())
        : "0";
  }
}
