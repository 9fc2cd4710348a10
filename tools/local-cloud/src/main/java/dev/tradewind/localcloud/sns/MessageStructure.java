package dev.tradewind.localcloud.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code MessageStructure=json}: one publish with a different body for each protocol. */
final class MessageStructure {

  private static final ObjectMapper JSON = new ObjectMapper();

  private MessageStructure() {}

  static String bodyForQueues(String structure, String message) {
    if (!structure.equals("json")) {
      throw SnsException.invalidParameter("Message Structure - must be json, not " + structure);
    }
    JsonNode bodies;
    try {
      bodies = JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw SnsException.invalidParameter("Message Structure - JSON message body failed to parse");
    }
    if (!bodies.path("default").isTextual()) {
      throw SnsException.invalidParameter("Message Structure - No default entry in JSON message body");
    }
    return bodies.path("sqs").isTextual() ? bodies.get("sqs").textValue() : bodies.get("default").textValue();
  }
}
