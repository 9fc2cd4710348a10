package dev.tradewind.simulator.world;

import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import dev.tradewind.queries.serving.Views;
import dev.tradewind.simulator.world.Effects.Kind;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The way of one instance to the views. */
public final class SimulatedViews implements Views {

  private final ViewBook book;
  private final Effects effects;

  SimulatedViews(ViewBook book, Effects effects) {
    this.book = book;
    this.effects = effects;
  }

  @Override
  public Uni<Outcome> apply(OrderView view) {
    return effects.perform(Kind.WRITE, view, () -> book.apply(view));
  }

  /** What nobody should do: write without the condition. */
  public Uni<Outcome> overwrite(OrderView view) {
    return effects.perform(Kind.WRITE, view, () -> book.put(view));
  }

  @Override
  public Uni<Optional<OrderView>> find(String orderId) {
    return Uni.createFrom().item(() -> book.find(orderId));
  }

  /** Lists follow from the views by an index of DynamoDB, which is not simulated: the service's own tests ask the real one. */
  @Override
  public Uni<Page> list(OrderQuery query, Optional<Position> after, int limit) {
    throw new UnsupportedOperationException("in a simulated world nobody lists orders");
  }
}
