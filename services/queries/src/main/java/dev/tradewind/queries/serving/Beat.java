package dev.tradewind.queries.serving;

import dev.tradewind.queries.domain.OrderView;

/** What a follower of an order hears. */
public sealed interface Beat {

  /** The order changed. Versions in between may be missing: each view is whole. */
  record Changed(OrderView view) implements Beat {}

  /** Nothing happened for a while, and the stream is alive. */
  record StillHere() implements Beat {}
}
