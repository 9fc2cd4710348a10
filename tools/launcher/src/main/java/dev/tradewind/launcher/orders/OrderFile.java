package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of orders, one JSON object a line, checked as a whole before any order is placed. */
final class OrderFile {

  private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Set<String> FIELDS = Set.of("order", "expect", "key", "cancelAfterMs");
  private static final int ERRORS_SHOWN = 10;

  private OrderFile() {}

  /**
   * Reads the file.
   *
   * @param runId makes the keys of lines without one different in each run
   * @throws WrongFileException naming every wrong line, up to ten
   */
  static List<PlannedOrder> read(Path file, String runId) {
    List<PlannedOrder> orders = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    List<String> lines = lines(file);
    for (int number = 1; number <= lines.size(); number++) {
      String text = lines.get(number - 1).strip();
      if (!text.isEmpty()) {
        try {
          orders.add(parse(number, text, "%s-%d-%s".formatted(file.getFileName(), number, runId)));
        } catch (IllegalArgumentException wrong) {
          errors.add("line " + number + ": " + wrong.getMessage());
        }
      }
    }
    errors.addAll(repeatedKeys(orders));
    if (!errors.isEmpty()) {
      String more = errors.size() > ERRORS_SHOWN ? "%n  and %d more".formatted(errors.size() - ERRORS_SHOWN) : "";
      throw new WrongFileException("%s has %d wrong line(s); nothing was placed:%n  %s%s".formatted(file, errors.size(),
          errors.stream().limit(ERRORS_SHOWN).collect(Collectors.joining("%n  ".formatted())), more));
    }
    if (orders.isEmpty()) {
      throw new WrongFileException(file + " has no orders; expected one JSON object a line");
    }
    return orders;
  }

  private static PlannedOrder parse(int number, String text, String ownKey) {
    JsonNode line = object(text);
    line.fieldNames().forEachRemaining(field -> require(FIELDS.contains(field), "field '" + field + "' is unknown; known are " + sorted(FIELDS)));
    require(line.path("order").isObject(), "order is missing or no object; expected the body of POST /v1/orders");
    require(line.path("expect").isTextual(), "expect is missing; expected " + sorted(List.of(End.values())) + ", several with |");
    require(!line.has("key") || line.path("key").isTextual() && !line.path("key").textValue().isBlank(), "key must be text");
    require(!line.has("cancelAfterMs") || line.path("cancelAfterMs").canConvertToInt() && line.path("cancelAfterMs").intValue() >= 0,
        "cancelAfterMs must be a whole number of milliseconds");
    Set<End> expected = EnumSet.noneOf(End.class);
    Stream.of(line.path("expect").textValue().split("\\|")).map(OrderFile::end).forEach(expected::add);
    return new PlannedOrder(number, line.path("key").asText(ownKey), line.path("order"), expected,
        Optional.of(line.path("cancelAfterMs")).filter(JsonNode::isNumber).map(JsonNode::longValue).map(Duration::ofMillis));
  }

  private static JsonNode object(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      require(line.isObject(), "is no JSON object");
      return line;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("is no JSON: " + malformed.getOriginalMessage());
    }
  }

  private static End end(String name) {
    return Stream.of(End.values()).filter(end -> end.name().equals(name.strip())).findFirst().orElseThrow(
        () -> new IllegalArgumentException("expect is '" + name + "'; expected one of " + sorted(List.of(End.values())) + ", several with |"));
  }

  private static List<String> repeatedKeys(List<PlannedOrder> orders) {
    Map<String, Integer> first = new HashMap<>();
    List<String> errors = new ArrayList<>();
    for (PlannedOrder order : orders) {
      Integer earlier = first.putIfAbsent(order.key(), order.line());
      if (earlier != null) {
        errors.add("line %d: key '%s' is already that of line %d".formatted(order.line(), order.key(), earlier));
      }
    }
    return errors;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new WrongFileException(file + " cannot be read: " + unreadable);
    }
  }

  private static void require(boolean fits, String message) {
    if (!fits) {
      throw new IllegalArgumentException(message);
    }
  }

  private static String sorted(Collection<?> names) {
    return names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
  }
}
