package dev.tradewind.queries;

import dev.tradewind.quarkus.ReturnToContext;
import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import dev.tradewind.queries.serving.Views;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The same views; what follows an answer goes on where the question was asked: on its event loop, with its trace and its log fields. */
record HomewardViews(Views views) implements Views {

  @Override
  public Uni<Outcome> apply(OrderView view) {
    return ReturnToContext.afterwards(() -> views.apply(view));
  }

  @Override
  public Uni<Optional<OrderView>> find(String orderId) {
    return ReturnToContext.afterwards(() -> views.find(orderId));
  }

  @Override
  public Uni<Page> list(OrderQuery query, Optional<Position> after, int limit) {
    return ReturnToContext.afterwards(() -> views.list(query, after, limit));
  }
}
