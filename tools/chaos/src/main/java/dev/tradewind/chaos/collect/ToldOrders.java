package dev.tradewind.chaos.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What the newest event of each order tells of it, whole: what a view of it must show. */
final class ToldOrders {

  private static final String ORDERS = "orders";
  private static final String EVENTS = "tradewind.orders.Order";

  private final Map<String, Told> newest = new HashMap<>();

  private record Told(long version, Object content) {}

  /** @param messages of one commit, pairs of type and content */
  void add(String service, long version, JsonNode messages) {
    if (!service.equals(ORDERS)) {
      return;
    }
    for (var message : messages) {
      var order = message.path(1).path("order");
      if (message.path(0).asText().startsWith(EVENTS) && order.has("state")) {
        newest.merge(order.path("orderId").asText(), new Told(version, content(version, order)),
            (one, other) -> one.version() < other.version() ? other : one);
      }
    }
  }

  Map<String, Object> newest() {
    var contents = new HashMap<String, Object>();
    newest.forEach((order, told) -> contents.put(order, told.content()));
    return contents;
  }

  /** What there is to see of an order: its version, and the document as it was told. */
  static Object content(long version, JsonNode document) {
    return version + " " + document;
  }
}
