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
    var kept = views.merge(view.orderId(), view, (there, offered) -> offered.version() > there.version() ? offered : there);
    return Uni.createFrom().item(kept == view ? Outcome.WRITTEN : Outcome.SKIPPED);
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
