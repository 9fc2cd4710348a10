package dev.tradewind.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a change of a schema would break. Services are replaced one by one, so old and new writers meet old and new readers: a field
 * may be added when nobody needs it, and nothing else may change.
 */
final class Compatibility {

  private static final List<String> KEYWORDS = List.of("type", "format", "minimum", "minItems", "pattern");

  private final JsonNode oldRoot;
  private final JsonNode newRoot;
  private final List<String> breaks = new ArrayList<>();

  private Compatibility(JsonNode oldRoot, JsonNode newRoot) {
    this.oldRoot = oldRoot;
    this.newRoot = newRoot;
  }

  /** One sentence for each thing that breaks; empty when the change is harmless. */
  static List<String> breaks(JsonNode released, JsonNode changed) {
    var comparison = new Compatibility(released, changed);
    comparison.compare("data", released, changed);
    return List.copyOf(comparison.breaks);
  }

  private void compare(String at, JsonNode before, JsonNode after) {
    var old = resolved(before, oldRoot);
    var now = resolved(after, newRoot);
    KEYWORDS.forEach(keyword -> same(at, keyword, old, now));
    compareRequired(at, old, now);
    compareEnum(at, old, now);
    old.path("properties").properties().forEach(property -> {
      var field = at + "." + property.getKey();
      Optional.ofNullable(now.path("properties").get(property.getKey()))
          .ifPresentOrElse(still -> compare(field, property.getValue(), still), () -> breaks.add(field + " was removed"));
    });
    if (old.has("items") && now.has("items")) {
      compare(at + "[]", old.get("items"), now.get("items"));
    }
  }

  private void same(String at, String keyword, JsonNode old, JsonNode now) {
    if (!old.path(keyword).equals(now.path(keyword))) {
      breaks.add("%s changed its %s from %s to %s".formatted(at, keyword, shown(old.path(keyword)), shown(now.path(keyword))));
    }
  }

  private void compareRequired(String at, JsonNode old, JsonNode now) {
    var before = texts(old.path("required"));
    var after = texts(now.path("required"));
    after.stream().filter(field -> !before.contains(field)).forEach(field -> breaks.add("%s.%s is required now, but old writers do not send it".formatted(at, field)));
    before.stream().filter(field -> !after.contains(field) && now.path("properties").has(field))
        .forEach(field -> breaks.add("%s.%s is no longer required, but old readers need it".formatted(at, field)));
  }

  private void compareEnum(String at, JsonNode old, JsonNode now) {
    var before = texts(old.path("enum"));
    var after = texts(now.path("enum"));
    before.stream().filter(choice -> !after.contains(choice)).forEach(choice -> breaks.add("%s may no longer be %s".formatted(at, choice)));
    after.stream().filter(choice -> !before.contains(choice)).forEach(choice -> breaks.add("%s may be %s now, which old readers do not know".formatted(at, choice)));
  }

  private static JsonNode resolved(JsonNode schema, JsonNode root) {
    return schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "none" : value.asText();
  }
}
