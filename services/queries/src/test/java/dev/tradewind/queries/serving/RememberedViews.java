package dev.tradewind.queries.serving;

import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Single views in memory; it holds no lists. */
final class RememberedViews implements Views {

  private final Map<String, OrderView> views = new HashMap<>();
  int looks;

  @Override
  public Uni<Outcome> apply(OrderView view) {
    views.put(view.orderId(), view);
    return Uni.createFrom().item(Outcome.WRITTEN);
  }

  @Override
  public Uni<Optional<OrderView>> find(String orderId) {
    return Uni.createFrom().item(() -> {
      looks++;
      return Optional.ofNullable(views.get(orderId));
    });
  }

  @Override
  public Uni<Page> list(OrderQuery query, Optional<Position> after, int limit) {
    throw new UnsupportedOperationException("nobody lists in these tests");
  }
}
