package dev.tradewind.queries.serving;

import dev.tradewind.queries.domain.OrderView;

/** Hears what became of each event. */
public interface ViewObserver {

  /** The view shows this now. */
  void written(OrderView view);

  /** The view showed this version or a later one already. */
  void skipped(OrderView view);
}
