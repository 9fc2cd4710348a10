package dev.tradewind.peer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of the outbox: a message that is decided and perhaps not sent yet.
 *
 * @param destination the name of the queue or topic
 * @param kind what topics filter on
 * @param at when it was decided
 */
record Letter(String id, boolean command, String destination, String kind, String body, int delaySeconds, Instant at) {

  static Letter of(ServiceName sender, Outgoing outgoing, Instant now) {
    Message message = outgoing.message();
    return new Letter(message.id(), message.kind().addressee().isPresent(), message.kind().addressee().orElse(sender).resource(),
        message.kind().name(), message.body(), (int) outgoing.delay().toSeconds(), now);
  }

  Map<String, AttributeValue> item() {
    var item = new HashMap<>(StateTable.key(id));
    item.put("command", AttributeValue.fromS(Boolean.toString(command)));
    item.put("destination", AttributeValue.fromS(destination));
    item.put("kind", AttributeValue.fromS(kind));
    item.put("body", AttributeValue.fromS(body));
    item.put("delay", StateTable.number(delaySeconds));
    item.put("at", StateTable.number(at.toEpochMilli()));
    return item;
  }

  static Letter read(Map<String, AttributeValue> item) {
    return new Letter(item.get(StateTable.ID).s(), Boolean.parseBoolean(item.get("command").s()), item.get("destination").s(),
        item.get("kind").s(), item.get("body").s(), Integer.parseInt(item.get("delay").n()),
        Instant.ofEpochMilli(Long.parseLong(item.get("at").n())));
  }
}
