package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.Item;

/** What became of a wish. */
sealed interface Settled {

  /** It was written; this is what was recorded for it. */
  record Stands(Item item) implements Settled {}

  /** It was not written, because this was there already. */
  record InTheWay(Item item) implements Settled {}
}
