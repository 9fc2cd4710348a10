package dev.tradewind.core.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.core.Check;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Payload;
import dev.tradewind.core.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes and reads messages in the <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents
 * JSON format</a>, and the two lists inside a commit. Fields it does not know are ignored: an old reader accepts a newer writer.
 */
public final class JsonCodec {

  /** The type of a {@link Deadline}, which every service sends only to itself. */
  public static final String DEADLINE = "tradewind.chassis.Deadline.v1";

  private final Types types;
  private final ObjectMapper json = Json.mapper();
  private final Contents contents;

  public JsonCodec(Types types) {
    this.types = Check.notNull(types, "types");
    this.contents = new Contents(types, json);
  }

  Contents contents() {
    return contents;
  }

  /** The type name that goes into the envelope and into the message attributes. */
  public String typeOf(Payload data) {
    return data instanceof Deadline ? DEADLINE : types.typeOf(data).name();
  }

  public String write(Message message) {
    ObjectNode node = json.createObjectNode();
    node.put("specversion", "1.0");
    node.put("id", message.id());
    node.put("source", message.source());
    node.put("type", typeOf(message.data()));
    node.put("subject", message.subject());
    node.put("time", message.time().toString());
    node.put("datacontenttype", "application/json");
    node.put("sequence", Long.toString(message.sequence()));
    node.put("causationid", message.causationId());
    node.put("correlationid", message.correlationId());
    if (!message.traceparent().isEmpty()) {
      node.put("traceparent", message.traceparent());
    }
    message.notBefore().ifPresent(due -> node.put("notbefore", due.toString()));
    node.putPOJO("data", message.data());
    return text(node);
  }

  /** @throws UnreadableMessage saying which part is missing or wrong */
  public Message read(String text) {
    JsonNode node = cloudEvent(text);
    try {
      return new Message(
          required(node, "id"),
          required(node, "source"),
          required(node, "subject"),
          Long.parseLong(required(node, "sequence")),
          instant(required(node, "time"), "time"),
          required(node, "causationid"),
          required(node, "correlationid"),
          node.path("traceparent").asText(""),
          node.has("notbefore") ? Optional.of(instant(node.get("notbefore").asText(), "notbefore")) : Optional.empty(),
          contents.read(required(node, "type"), node.path("data"), Payload.class));
    } catch (NumberFormatException e) {
      throw new UnreadableMessage("sequence is a whole number");
    }
  }

  JsonNode cloudEvent(String text) {
    JsonNode node = tree(text);
    if (!node.isObject()) {
      throw new UnreadableMessage("a message is a JSON object");
    }
    if (!"1.0".equals(node.path("specversion").asText())) {
      throw new UnreadableMessage("specversion must be \"1.0\": only CloudEvents 1.0 is understood");
    }
    return node;
  }

  /** Events as a commit stores them: pairs of name and content. */
  public String writeEvents(List<?> events) {
    return text(events(events));
  }

  ArrayNode events(List<?> events) {
    ArrayNode all = json.createArrayNode();
    events.forEach(event -> all.addArray().add(types.typeOf(event).name()).addPOJO(event));
    return all;
  }

  /** @throws UnreadableMessage when an event has a name or content that is not known here */
  public <E> List<E> readEvents(String text, Class<E> as) {
    var events = new ArrayList<E>();
    list(text).forEach(pair -> events.add(contents.read(pair.path(0).asText(), pair.path(1), as)));
    return events;
  }

  /** Messages as a commit stores them: name, content and, for a deadline, when it is due. */
  public String writeOutgoing(List<Outgoing> messages) {
    return text(outgoing(messages));
  }

  ArrayNode outgoing(List<Outgoing> messages) {
    ArrayNode all = json.createArrayNode();
    for (Outgoing outgoing : messages) {
      ArrayNode one = all.addArray().add(typeOf(outgoing.data())).addPOJO(outgoing.data());
      outgoing.notBefore().ifPresent(due -> one.add(due.toString()));
    }
    return all;
  }

  /** @throws UnreadableMessage when a message has a name or content that is not known here */
  public List<Outgoing> readOutgoing(String text) {
    var messages = new ArrayList<Outgoing>();
    for (JsonNode one : list(text)) {
      var data = contents.read(one.path(0).asText(), one.path(1), Payload.class);
      messages.add(new Outgoing(data, one.has(2) ? Optional.of(instant(one.get(2).asText(), "the time a deadline is due")) : Optional.empty()));
    }
    return messages;
  }

  static Instant instant(String text, String name) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UnreadableMessage(name + " is an ISO 8601 instant");
    }
  }

  static String required(JsonNode node, String attribute) {
    String value = node.path(attribute).asText("");
    if (value.isBlank()) {
      throw new UnreadableMessage("the attribute %s is missing".formatted(attribute));
    }
    return value;
  }

  private JsonNode list(String text) {
    return list(tree(text));
  }

  static JsonNode list(JsonNode all) {
    if (!all.isArray()) {
      throw new UnreadableMessage("a commit keeps its events and its messages as JSON arrays");
    }
    return all;
  }

  JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadableMessage("not JSON" + Optional.ofNullable(e.getLocation())
          .map(where -> ", from line %d column %d on".formatted(where.getLineNr(), where.getColumnNr())).orElse(""));
    }
  }

  String text(JsonNode node) {
    try {
      return json.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + node.getNodeType(), e);
    }
  }
}
