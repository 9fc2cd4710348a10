package dev.tradewind.launcher.resources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The attributes of a queue, a topic or a subscription. AWS takes them as a map of strings; ACK lays them out as fields of the spec
 * beside the request's own.
 *
 * @param wanted attribute name as AWS spells it, and value
 * @param rest the fields of the spec that are no attributes
 */
record Attributes(Map<String, String> wanted, ObjectNode rest) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Splits the spec: fields whose name is one of {@code known}, whatever their capitals, are attributes. */
  static Attributes of(Manifest manifest, Collection<String> known) {
    Map<String, String> byLowerCase = known.stream().collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
    Map<String, String> wanted = new LinkedHashMap<>();
    ObjectNode rest = JSON.createObjectNode();
    manifest.spec().properties().forEach(field -> {
      String attribute = byLowerCase.get(field.getKey().toLowerCase(Locale.ROOT));
      if (attribute == null) {
        rest.set(field.getKey(), field.getValue());
      } else if (field.getValue().isTextual()) {
        wanted.put(attribute, field.getValue().textValue());
      } else {
        throw manifest.refuse(field.getKey(), "must be a string (quote it), and is " + field.getValue());
      }
    });
    return new Attributes(wanted, rest);
  }

  /** What is wanted and differs from {@code actual}; JSON is compared by its meaning, as AWS returns it in its own order. */
  Map<String, String> differingFrom(Map<String, String> actual) {
    Map<String, String> differing = new LinkedHashMap<>(wanted);
    differing.entrySet().removeIf(entry ->
        Optional.ofNullable(actual.get(entry.getKey())).filter(value -> same(value, entry.getValue())).isPresent());
    return differing;
  }

  private static boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<JsonNode> left = json(one);
    return left.isPresent() && left.equals(json(other));
  }

  private static Optional<JsonNode> json(String text) {
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(scalarsAsText(JSON.readTree(text)));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  // Some endpoints answer "20" where 20 was sent.
  private static JsonNode scalarsAsText(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      object.properties().forEach(entry -> copy.set(entry.getKey(), scalarsAsText(entry.getValue())));
      return copy;
    }
    if (node.isArray()) {
      return JSON.createArrayNode()
          .addAll(StreamSupport.stream(node.spliterator(), false).map(Attributes::scalarsAsText).toList());
    }
    return JSON.getNodeFactory().textNode(node.asText());
  }
}
