package dev.tradewind.inventory.grouping;

import java.time.Duration;

/** Chance, so that those who met once do not meet again. */
@FunctionalInterface
public interface Jitter {

  /** A time between zero and this. */
  Duration upTo(Duration most);
}
