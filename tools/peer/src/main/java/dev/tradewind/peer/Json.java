package dev.tradewind.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON in and out. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** @throws IllegalArgumentException when the text is no JSON object */
  static ObjectNode read(String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalArgumentException("expected a JSON object");
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("expected a JSON object: " + malformed.getOriginalMessage());
    }
  }

  static String write(JsonNode node) {
    return node.toString();
  }
}
