package dev.tradewind.chaos.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a write costs, key by key, reckoned from the request: a write unit for each KB of an item, and twice that in a transaction. */
final class Writes {

  private static final int UNIT_BYTES = 1_024;
  private static final int IN_A_TRANSACTION = 2;

  private final Map<String, String> partitionKeys;

  /** @param partitionKeys the name of the partition key, by table */
  Writes(Map<String, String> partitionKeys) {
    this.partitionKeys = Map.copyOf(partitionKeys);
  }

  /**
   * A write of one item.
   *
   * @param key table and value of the partition key
   * @param units of an item of which only the change is known, as many as the change takes
   */
  record Write(String key, int units) {}

  List<Write> of(Operation operation, JsonNode request) {
    if (!operation.isTransaction()) {
      return List.of(write(request, 1));
    }
    List<Write> writes = new ArrayList<>();
    request.path("TransactItems").forEach(item -> item.forEach(action -> writes.add(write(action, IN_A_TRANSACTION))));
    return writes;
  }

  private Write write(JsonNode action, int times) {
    JsonNode item = action.path(action.has("Item") ? "Item" : "Key");
    String table = action.path("TableName").asText();
    String key = table + "/" + item.path(partitionKeys.getOrDefault(table, "")).path("S").asText();
    int bytes = 0;
    for (Map.Entry<String, JsonNode> attribute : item.properties()) {
      bytes += attribute.getKey().length() + size(attribute.getValue());
    }
    return new Write(key, times * Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES));
  }

  private static int size(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText().length();
    }
    int bytes = 0;
    for (Map.Entry<String, JsonNode> part : value.properties()) {
      bytes += (part.getKey().length() > 1 ? part.getKey().length() : 0) + size(part.getValue());
    }
    for (JsonNode part : value.isArray() ? value : List.<JsonNode>of()) {
      bytes += size(part);
    }
    return bytes;
  }
}
