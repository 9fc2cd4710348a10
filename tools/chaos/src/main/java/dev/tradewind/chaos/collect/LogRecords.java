package dev.tradewind.chaos.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.checker.Logged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commits in the form that the log gives them, wherever they are read; one that comes several times counts once. */
final class LogRecords {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOURCES = "/tradewind/";

  private record Key(String service, String stream) {}

  private final String place;
  private final Map<Key, Set<Logged.Entry>> records = new HashMap<>();
  private final ToldOrders orders = new ToldOrders();

  /** @param place where they are read, for people */
  LogRecords(String place) {
    this.place = place;
  }

  /** @throws UncheckedIOException when it is no JSON */
  void add(byte[] record) {
    try {
      add(JSON.readTree(record));
    } catch (IOException malformed) {
      throw new UncheckedIOException("%s holds a record that is no JSON".formatted(place), malformed);
    }
  }

  private void add(JsonNode event) {
    var service = event.path("source").asText().substring(SOURCES.length());
    var key = new Key(service, event.path("subject").asText());
    long version = Long.parseLong(event.path("sequence").asText());
    records.computeIfAbsent(key, first -> new HashSet<>()).add(new Logged.Entry(version, content(service, event)));
    orders.add(service, version, event.at("/data/messages"));
  }

  private static Object content(String service, JsonNode event) {
    var cause = event.path("causationid").asText();
    var at = Instant.parse(event.path("time").asText());
    var data = event.path("data");
    return service.equals(Names.STOCK)
        ? Contents.ofStock(cause, at, data.at("/messages/0/0").asText())
        : Contents.of(cause, event.path("answers").asText(), event.path("correlationid").asText(), event.path("traceparent").asText(), at,
            data.path("events"), data.path("messages"));
  }

  /** Whether nothing is missing of what others tell. */
  boolean holds(LogRecords others) {
    return others.records.entrySet().stream().allMatch(other -> records.getOrDefault(other.getKey(), Set.of()).containsAll(other.getValue()));
  }

  List<Logged> all() {
    return records.entrySet().stream()
        .map(entry -> new Logged(entry.getKey().service(), entry.getKey().stream(), List.copyOf(entry.getValue()))).toList();
  }

  /** The newest that they tell of each order, by its id. */
  Map<String, Object> orders() {
    return orders.newest();
  }
}
