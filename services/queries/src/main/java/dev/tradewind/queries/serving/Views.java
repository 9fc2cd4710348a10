package dev.tradewind.queries.serving;

import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Page;
import dev.tradewind.queries.domain.Position;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where views are kept. */
public interface Views {

  /** What became of a view that was offered. */
  enum Outcome {
    /** It is the one that is kept now. */
    WRITTEN,
    /** One of the same or a later version was there. */
    SKIPPED
  }

  /** Keeps the view unless one of the same or a later version is there. Repeating it changes nothing. */
  Uni<Outcome> apply(OrderView view);

  /** The view as it is now, never an older one than was seen before. */
  Uni<Optional<OrderView>> find(String orderId);

  /**
   * A page of a list. Its index follows the views within moments, and what is read for one page is bounded.
   *
   * @param after where the page before ended
   * @param limit views, 1 or more
   */
  Uni<Page> list(OrderQuery query, Optional<Position> after, int limit);
}
