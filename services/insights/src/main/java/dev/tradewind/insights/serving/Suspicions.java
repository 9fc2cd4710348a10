package dev.tradewind.insights.serving;

import dev.tradewind.insights.domain.Page;
import dev.tradewind.insights.domain.Position;
import dev.tradewind.insights.domain.RaisedSuspicion;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What was suspected. */
@FunctionalInterface
public interface Suspicions {

  /**
   * By the time the orders were placed, the newest first.
   *
   * @param customer only of this one's orders
   * @param after where the page before ended
   * @param limit suspicions, 1 or more, at most
   */
  Uni<Page<RaisedSuspicion>> list(Optional<String> customer, Optional<Position> after, int limit);
}
