package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.inventory.domain.Token;

/** Hears what happens to the stock, for logs and metrics. It must not throw and must not block. */
public interface StockObserver {

  /** An observer that ignores everything. */
  StockObserver NONE = new StockObserver() {};

  /** A token was written, in this version. */
  default void changed(Token token) {}

  /** A message came again, or too late to change anything. */
  default void unchanged(String orderId) {}

  /** Units arrived. */
  default void received(Receipt receipt) {}

  /** A transaction stands: what it was shared by, and how many items it wrote. */
  default void grouped(int members, int items) {}

  /** A write met another and will be tried again, or given up. */
  default void conflicted(int items, int attempt) {}

  /** What was believed of the shelves did not hold; they were read again. */
  default void surprised(int skus) {}
}
