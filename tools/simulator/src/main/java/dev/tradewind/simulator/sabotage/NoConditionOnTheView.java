package dev.tradewind.simulator.sabotage;

import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import dev.tradewind.queries.serving.Views;
import dev.tradewind.simulator.world.Ports;
import dev.tradewind.simulator.world.Sabotage;
import dev.tradewind.simulator.world.SimulatedViews;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Shows what was heard last, though it may be older than what was shown. */
final class NoConditionOnTheView implements Sabotage {

  @Override
  public Ports on(String service, Ports ports) {
    if (ports.shown().isEmpty()) {
      return ports;
    }
    var honest = (SimulatedViews) ports.views();
    return ports.with(new Views() {
      @Override
      public Uni<Outcome> apply(OrderView view) {
        return honest.overwrite(view);
      }

      @Override
      public Uni<Optional<OrderView>> find(String orderId) {
        return honest.find(orderId);
      }

      @Override
      public Uni<Page> list(OrderQuery query, Optional<Position> after, int limit) {
        return honest.list(query, after, limit);
      }
    });
  }
}
