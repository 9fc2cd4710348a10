package dev.tradewind.simulator.world;

import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.serving.Views.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table of queries: a view is replaced by a newer one only. */
final class ViewBook {

  private final Map<String, OrderView> views = new HashMap<>();
  private long changes;

  Outcome apply(OrderView view) {
    if (find(view.orderId()).filter(there -> there.version() >= view.version()).isPresent()) {
      return Outcome.SKIPPED;
    }
    return put(view);
  }

  /** Without any condition. */
  Outcome put(OrderView view) {
    views.put(view.orderId(), view);
    changes++;
    return Outcome.WRITTEN;
  }

  Optional<OrderView> find(String orderId) {
    return Optional.ofNullable(views.get(orderId));
  }

  long changes() {
    return changes;
  }

  /** What each order's view shows, in words that {@link Told} uses too. */
  Map<String, Object> shown() {
    var shown = new HashMap<String, Object>();
    views.forEach((order, view) -> shown.put(order, new Told(view.version(), view.order())));
    return shown;
  }
}
