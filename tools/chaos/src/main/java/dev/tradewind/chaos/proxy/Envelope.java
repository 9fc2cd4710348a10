package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * The part of a message that the proxy looks at.
 *
 * @param id its own, not the transport's
 * @param type what subscriptions filter on
 */
record Envelope(String id, String type) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Empty when the body is no message of the platform. */
  static Optional<Envelope> read(String body) {
    String id = "";
    String type = "";
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME && (id.isEmpty() || type.isEmpty())) {
        String field = parser.currentName();
        parser.nextToken();
        if (field.equals("id")) {
          id = parser.getText();
        } else if (field.equals("type")) {
          type = parser.getText();
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException noJson) {
      return Optional.empty();
    }
    return id.isEmpty() || type.isEmpty() ? Optional.empty() : Optional.of(new Envelope(id, type));
  }
}
