package dev.tradewind.core.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Types;
import dev.tradewind.core.Upcast;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads content by its name: as the type of that name, or, when it was written in an older version, as the type it grew into. */
final class Contents {

  private static final Types.Reading DEADLINES =
      new Types.Reading(new Types.Type(JsonCodec.DEADLINE, Types.Role.COMMAND, "chassis", Deadline.class), List.of());
  private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

  private final Types types;
  private final ObjectMapper json;

  Contents(Types types, ObjectMapper json) {
    this.types = types;
    this.json = json;
  }

  /** Whether content of that name can be read as that. */
  boolean knows(String name, Class<?> as) {
    return reading(name).filter(reading -> as.isAssignableFrom(reading.type().javaClass())).isPresent();
  }

  /** @throws UnreadableMessage when the name is not known, or the content does not fit */
  <T> T read(String name, JsonNode content, Class<T> as) {
    var reading = reading(name)
        .filter(found -> as.isAssignableFrom(found.type().javaClass()))
        .orElseThrow(() -> new UnreadableMessage("type " + name + " is not known here"));
    if (!content.isObject()) {
      throw new UnreadableMessage("data of %s does not fit: it is a JSON object".formatted(name));
    }
    try {
      return as.cast(json.treeToValue(reading.upcasts().isEmpty() ? content : upcast(name, content, reading.upcasts()), reading.type().javaClass()));
    } catch (JsonProcessingException e) {
      throw new UnreadableMessage("data of %s does not fit: %s".formatted(name, Misfit.of(e)));
    }
  }

  private Optional<Types.Reading> reading(String name) {
    return name.equals(JsonCodec.DEADLINE) ? Optional.of(DEADLINES) : types.reading(name);
  }

  private JsonNode upcast(String name, JsonNode content, List<Upcast> upcasts) {
    try {
      var current = json.convertValue(content, CONTENT);
      for (var upcast : upcasts) {
        current = upcast.change().apply(current);
      }
      return json.valueToTree(current);
    } catch (RuntimeException e) {
      throw new UnreadableMessage("data of %s does not fit: its upcast fails with %s".formatted(name, e.getClass().getSimpleName()));
    }
  }
}
