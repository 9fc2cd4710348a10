package dev.tradewind.localcloud.sns;

import dev.tradewind.localcloud.sqs.MessageAttribute;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One message on its way through a topic. */
record Publication(
    String messageId, String body, Optional<String> subject, Map<String, MessageAttribute> attributes) {

  /** Body, and names, types and values of attributes together, for one publish and for a whole batch. */
  static final int LARGEST_BYTES = 262_144;

  private static final int LONGEST_SUBJECT = 100;

  /** @throws SnsException when SNS would refuse the message */
  static Publication from(Form form) {
    var attributes = PublishedAttributes.from(form);
    var message = form.required("Message");
    if (message.isEmpty()) {
      throw SnsException.invalidParameter("Empty message");
    }
    var subject = form.optional("Subject");
    if (subject.filter(text -> text.isEmpty() || text.length() > LONGEST_SUBJECT).isPresent()) {
      throw SnsException.invalidParameter("Subject");
    }
    var body = form.optional("MessageStructure").isPresent()
        ? MessageStructure.bodyForQueues(form.required("MessageStructure"), message)
        : message;
    return new Publication(UUID.randomUUID().toString(), body, subject, attributes);
  }

  /** What a publish weighs, before anything else is known of it. */
  static int bytes(Form form) {
    int attributes = form.parts("MessageAttributes.entry", "Name").stream()
        .mapToInt(attribute -> bytes(attribute, "Name") + bytes(attribute, "Value.DataType")
            + bytes(attribute, "Value.StringValue") + bytes(attribute, "Value.BinaryValue") * 3 / 4)
        .sum();
    return bytes(form, "Message") + attributes;
  }

  private static int bytes(Form form, String name) {
    return form.optional(name).map(text -> text.getBytes(StandardCharsets.UTF_8).length).orElse(0);
  }
}
