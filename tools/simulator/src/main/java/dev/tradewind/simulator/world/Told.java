package dev.tradewind.simulator.world;

import dev.tradewind.checker.Logged;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Payload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was told of an order, whole, at some version of it. Found in whatever event carries such a document: what queries forgets to listen to,
 * this does not.
 */
record Told(long version, OrderDocument order) {

  private static final String ORDERS = "orders";

  /** What was told last of each order, by its id. */
  static Map<String, Object> last(List<Logged> log) {
    var last = new HashMap<String, Told>();
    for (var logged : log) {
      if (logged.service().equals(ORDERS)) {
        logged.records().forEach(record -> ((Commit<?>) record.content()).messages()
            .forEach(message -> document(message.data()).ifPresent(order -> last.merge(order.orderId(), new Told(record.version(), order), Told::later))));
      }
    }
    return Map.copyOf(last);
  }

  private Told later(Told other) {
    return other.version < version ? this : other;
  }

  private static Optional<OrderDocument> document(Payload payload) {
    var parts = payload.getClass().getRecordComponents();
    if (parts.length != 1 || parts[0].getType() != OrderDocument.class) {
      return Optional.empty();
    }
    try {
      return Optional.of((OrderDocument) parts[0].getAccessor().invoke(payload));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
