package dev.tradewind.localcloud.sqs;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads a message from the parameters of a send and refuses what SQS refuses. */
final class SentMessage {

  private static final int MOST_ATTRIBUTES = 10;
  private static final Set<String> KINDS = Set.of("String", "Number", "Binary");

  private SentMessage() {}

  static QueueMessage from(Parameters parameters) {
    var body = parameters.required("MessageBody");
    if (!body.codePoints().allMatch(SentMessage::isAllowed)) {
      throw SqsException.of("InvalidMessageContents", "Invalid characters found. Valid unicode characters are "
          + "#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
    }
    return new QueueMessage(body, attributes(parameters));
  }

  static int bytes(Parameters parameters) {
    int bytes = bytes(parameters.json().path("MessageBody").asText());
    for (var attribute : parameters.json().path("MessageAttributes").properties()) {
      var value = attribute.getValue();
      bytes += bytes(attribute.getKey()) + bytes(value.path("DataType").asText())
          + bytes(value.path("StringValue").asText()) + bytes(value.path("BinaryValue").asText()) * 3 / 4;
    }
    return bytes;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Map<String, MessageAttribute> attributes(Parameters parameters) {
    var attributes = new HashMap<String, MessageAttribute>();
    for (var each : parameters.json().path("MessageAttributes").properties()) {
      attributes.put(each.getKey(), attribute(each.getKey(), new Parameters(each.getValue())));
    }
    if (attributes.size() > MOST_ATTRIBUTES) {
      throw SqsException.of("InvalidParameterValue", "Number of message attributes [" + attributes.size()
          + "] exceeds the allowed maximum [" + MOST_ATTRIBUTES + "].");
    }
    return attributes;
  }

  private static MessageAttribute attribute(String name, Parameters parameters) {
    var type = parameters.text("DataType").orElse("");
    var kind = new MessageAttribute(type, "").kind();
    if (!KINDS.contains(kind)) {
      throw SqsException.of("InvalidParameterValue", "The message attribute '" + name + "' has an invalid message "
          + "attribute type, the set of supported type prefixes is Binary, Number, and String.");
    }
    var value = parameters.text(kind.equals("Binary") ? "BinaryValue" : "StringValue").orElse("");
    if (value.isEmpty() || (kind.equals("Number") && !isNumber(value))) {
      throw SqsException.of("InvalidParameterValue", "The message attribute '" + name
          + "' must contain a value of its type '" + type + "', and not an empty one.");
    }
    return new MessageAttribute(type, value);
  }

  private static boolean isNumber(String value) {
    try {
      new BigDecimal(value);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isAllowed(int c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
