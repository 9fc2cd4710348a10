package dev.tradewind.chaos.collect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The orders that have not ended. After the first look only those are looked at again: an end is for ever, and nobody places new ones. */
final class OpenOrders {

  private static final Set<String> ENDS = Set.of("OrderDelivered", "OrderCancelled", "OrderRejected");

  private final Tables tables;
  private final Set<String> open = new HashSet<>();
  private boolean looked;

  OpenOrders(Tables tables) {
    this.tables = tables;
  }

  long count() {
    if (!looked) {
      Map<String, Boolean> ended = new HashMap<>();
      tables.scan(table(), item -> ended.merge(CommitReader.stream(item), isEnd(item), Boolean::logicalOr));
      ended.forEach((order, over) -> {
        if (!over) {
          open.add(order);
        }
      });
      looked = true;
    } else {
      open.removeIf(this::ended);
    }
    return open.size();
  }

  private boolean ended(String order) {
    var ended = new boolean[1];
    tables.stream(table(), order, item -> ended[0] |= isEnd(item));
    return ended[0];
  }

  private static boolean isEnd(Map<String, AttributeValue> item) {
    return CommitReader.events(item).stream().anyMatch(ENDS::contains);
  }

  private static String table() {
    return Names.table("orders");
  }
}
