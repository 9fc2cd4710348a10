package dev.tradewind.insights.serving;

import dev.tradewind.insights.domain.Figure;
import dev.tradewind.insights.domain.Page;
import dev.tradewind.insights.domain.Position;
import dev.tradewind.insights.domain.SalesQuery;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Sales figures. */
@FunctionalInterface
public interface Sales {

  /**
   * The oldest first.
   *
   * @param after where the page before ended
   * @param limit figures, 1 or more, at most
   */
  Uni<Page<Figure>> list(SalesQuery query, Optional<Position> after, int limit);
}
