package dev.tradewind.core.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
  private final ObjectMapper json = mapper();

  public JsonCodec(Types types) {
    this.types = Check.notNull(types, "types");
  }

  /** The one way JSON is configured here: times as ISO text, absent instead of null, strangers ignored. */
  public static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .serializationInclusion(JsonInclude.Include.NON_ABSENT)
        .build();
  }

  /** The type name that goes into the envelope and into the message attributes. */
  public String typeOf(Payload data) {
    return data instanceof Deadline ? DEADLINE : types.of(data).name();
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
    node.set("data", json.valueToTree(message.data()));
    return text(node);
  }

  /** @throws UnreadableMessage saying which part is missing or wrong */
  public Message read(String text) {
    JsonNode node = tree(text);
    if (!node.isObject()) {
      throw new UnreadableMessage("a message is a JSON object");
    }
    if (!"1.0".equals(node.path("specversion").asText())) {
      throw new UnreadableMessage("specversion must be \"1.0\": only CloudEvents 1.0 is understood");
    }
    try {
      return new Message(
          required(node, "id"),
          required(node, "source"),
          required(node, "subject"),
          Long.parseLong(required(node, "sequence")),
          Instant.parse(required(node, "time")),
          required(node, "causationid"),
          required(node, "correlationid"),
          node.path("traceparent").asText(""),
          node.has("notbefore") ? Optional.of(Instant.parse(node.get("notbefore").asText())) : Optional.empty(),
          (Payload) data(required(node, "type"), node.path("data"), Payload.class));
    } catch (DateTimeException e) {
      throw new UnreadableMessage("time and notbefore are ISO 8601 instants");
    } catch (NumberFormatException e) {
      throw new UnreadableMessage("sequence is a whole number");
    }
  }

  /** Events as a commit stores them: pairs of name and content. */
  public String writeEvents(List<?> events) {
    ArrayNode all = json.createArrayNode();
    events.forEach(event -> all.addArray().add(types.of(event).name()).add(json.<JsonNode>valueToTree(event)));
    return text(all);
  }

  /** @throws UnreadableMessage when an event has a name or content that is not known here */
  public <E> List<E> readEvents(String text, Class<E> as) {
    var events = new ArrayList<E>();
    tree(text).forEach(pair -> events.add(as.cast(data(pair.path(0).asText(), pair.path(1), as))));
    return events;
  }

  /** Messages as a commit stores them: name, content and, for a deadline, when it is due. */
  public String writeOutgoing(List<Outgoing> messages) {
    ArrayNode all = json.createArrayNode();
    for (Outgoing outgoing : messages) {
      ArrayNode one = all.addArray().add(typeOf(outgoing.data())).add(json.<JsonNode>valueToTree(outgoing.data()));
      outgoing.notBefore().ifPresent(due -> one.add(due.toString()));
    }
    return text(all);
  }

  /** @throws UnreadableMessage when a message has a name or content that is not known here */
  public List<Outgoing> readOutgoing(String text) {
    var messages = new ArrayList<Outgoing>();
    for (JsonNode one : tree(text)) {
      var data = (Payload) data(one.path(0).asText(), one.path(1), Payload.class);
      messages.add(new Outgoing(data, one.has(2) ? Optional.of(Instant.parse(one.get(2).asText())) : Optional.empty()));
    }
    return messages;
  }

  private Object data(String name, JsonNode content, Class<?> as) {
    Class<?> javaClass = DEADLINE.equals(name)
        ? Deadline.class
        : types.named(name).map(Types.Type::javaClass).filter(as::isAssignableFrom).orElseThrow(() -> new UnreadableMessage("type " + name + " is not known here"));
    try {
      return json.treeToValue(content, javaClass);
    } catch (JsonProcessingException e) {
      throw new UnreadableMessage("data of %s does not fit: %s".formatted(name, reason(e)));
    }
  }

  /** What went wrong without the content: payloads never reach logs or reasons. */
  private static String reason(JsonProcessingException e) {
    var cause = e.getCause() instanceof IllegalArgumentException invalid ? invalid.getMessage() : e.getClass().getSimpleName();
    return e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping ? cause + " at " + mapping.getPathReference() : cause;
  }

  private static String required(JsonNode node, String attribute) {
    String value = node.path(attribute).asText("");
    if (value.isBlank()) {
      throw new UnreadableMessage("the attribute %s is missing".formatted(attribute));
    }
    return value;
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      throw new UnreadableMessage("not JSON, from line %d column %d on".formatted(where.getLineNr(), where.getColumnNr()));
    }
  }

  private String text(JsonNode node) {
    try {
      return json.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + node.getNodeType(), e);
    }
  }
}
