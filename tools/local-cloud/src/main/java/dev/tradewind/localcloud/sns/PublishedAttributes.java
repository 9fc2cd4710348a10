package dev.tradewind.localcloud.sns;

import dev.tradewind.localcloud.sqs.MessageAttribute;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the message attributes of a publish and refuses what SNS refuses. */
final class PublishedAttributes {

  private static final Pattern NAME = Pattern.compile("(?![Aa][Ww][Ss]\\.|[Aa]mazon\\.)[A-Za-z0-9_.-]{1,256}");
  private static final Set<String> KINDS = Set.of("String", "Number", "Binary");

  private PublishedAttributes() {}

  static Map<String, MessageAttribute> from(Form form) {
    var attributes = new LinkedHashMap<String, MessageAttribute>();
    for (var entry : form.parts("MessageAttributes.entry", "Name")) {
      var name = entry.required("Name");
      if (!NAME.matcher(name).matches()) {
        throw invalid("The message attribute name '" + name + "' is invalid.");
      }
      attributes.put(name, attribute(name, entry));
    }
    return attributes;
  }

  private static MessageAttribute attribute(String name, Form entry) {
    var type = entry.optional("Value.DataType").orElse("");
    boolean binary = new MessageAttribute(type, "").kind().equals("Binary");
    var value = entry.optional(binary ? "Value.BinaryValue" : "Value.StringValue").orElse("");
    var attribute = new MessageAttribute(type, value);
    if (!KINDS.contains(attribute.kind())) {
      throw invalid("The message attribute '" + name
          + "' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.");
    }
    if (value.isEmpty()) {
      throw invalid("The message attribute '" + name
          + "' must contain non-empty message attribute value for message attribute type '" + type + "'.");
    }
    if (attribute.kind().equals("Number")) {
      requireNumber(name, value);
    }
    return attribute;
  }

  private static void requireNumber(String name, String value) {
    try {
      new BigDecimal(value);
    } catch (NumberFormatException e) {
      throw invalid("Could not cast message attribute '" + name + "' value to number.");
    }
  }

  private static SnsException invalid(String message) {
    return SnsException.badRequest("ParameterValueInvalid", message);
  }
}
