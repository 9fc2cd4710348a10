package dev.tradewind.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What services send each other.
 *
 * @param id made when it was decided and stored in the outbox, so that a message sent again carries the same
 * @param data whatever the kind needs beside the order's id
 */
record Message(String id, Kind kind, String orderId, ObjectNode data) {

  String body() {
    ObjectNode body = Json.object().put("id", id).put("type", kind.name()).put("orderId", orderId);
    body.set("data", data);
    return Json.write(body);
  }

  /** @throws IllegalArgumentException when the text is no message; it ends in the dead-letter queue */
  static Message parse(String body) {
    ObjectNode json = Json.read(body);
    if (!(json.get("data") instanceof ObjectNode data) || json.path("id").asText().isEmpty() || json.path("orderId").asText().isEmpty()) {
      throw new IllegalArgumentException("a message needs id, type, orderId and data");
    }
    return new Message(json.path("id").asText(), Kind.valueOf(json.path("type").asText()), json.path("orderId").asText(), data);
  }
}
