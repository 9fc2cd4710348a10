package dev.tradewind.contracts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.core.Types.Type;
import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws the JSON Schema (2020-12) of a record from its components. It says what a writer may send: everything but an
 * {@link Optional} is required, and nothing is forbidden that is not listed, because a newer writer may add to it.
 */
final class SchemaGenerator {

  private static final Map<Class<?>, String> SCALARS = Map.of(
      String.class, "string", int.class, "integer", long.class, "integer", boolean.class, "boolean", Instant.class, "string", Duration.class, "string");
  private static final Map<Class<?>, String> FORMATS = Map.of(int.class, "int32", long.class, "int64", Instant.class, "date-time", Duration.class, "duration");

  private final Map<String, ObjectNode> shared = new TreeMap<>();

  private SchemaGenerator() {}

  static ObjectNode of(Type type) {
    var generator = new SchemaGenerator();
    var schema = node();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:tradewind:schema:" + type.name());
    schema.put("title", type.name());
    schema.setAll(generator.object(type.javaClass()));
    if (!generator.shared.isEmpty()) {
      var definitions = schema.putObject("$defs");
      generator.shared.forEach(definitions::set);
    }
    return schema;
  }

  private ObjectNode object(Class<?> record) {
    var schema = node().put("type", "object");
    var properties = schema.putObject("properties");
    var required = schema.putArray("required");
    for (var component : record.getRecordComponents()) {
      var value = value(component.getGenericType());
      Rules.apply(record, component.getName(), value);
      properties.set(component.getName(), value);
      if (component.getType() != Optional.class) {
        required.add(component.getName());
      }
    }
    return schema;
  }

  private ObjectNode value(java.lang.reflect.Type type) {
    return switch (type) {
      case ParameterizedType optional when optional.getRawType() == Optional.class -> value(optional.getActualTypeArguments()[0]);
      case ParameterizedType list when list.getRawType() == List.class ->
          node().put("type", "array").set("items", value(list.getActualTypeArguments()[0]));
      case Class<?> scalar when SCALARS.containsKey(scalar) -> scalar(scalar);
      case Class<?> choice when choice.isEnum() -> choice(choice);
      case Class<?> record when record.isRecord() -> reference(record);
      default -> throw new IllegalArgumentException("a contract holds no %s: use text, whole numbers, true or false, times, enums, lists and records".formatted(type));
    };
  }

  private static ObjectNode scalar(Class<?> type) {
    var schema = node().put("type", SCALARS.get(type));
    Optional.ofNullable(FORMATS.get(type)).ifPresent(format -> schema.put("format", format));
    return schema;
  }

  private static ObjectNode choice(Class<?> type) {
    var schema = node().put("type", "string");
    var choices = schema.putArray("enum");
    Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).forEach(choices::add);
    return schema;
  }

  private ObjectNode reference(Class<?> record) {
    if (!shared.containsKey(record.getSimpleName())) {
      shared.put(record.getSimpleName(), node());
      shared.put(record.getSimpleName(), object(record));
    }
    return node().put("$ref", "#/$defs/" + record.getSimpleName());
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
