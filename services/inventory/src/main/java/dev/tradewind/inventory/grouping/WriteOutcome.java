package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Item;
import java.util.Map;
import java.util.Set;

/** What became of a write. */
public sealed interface WriteOutcome {

  /** All of it stands. */
  record Written() implements WriteOutcome {}

  /**
   * Nothing was written.
   *
   * @param inTheWay the items that are there already or were changed by someone else, by key, as they are now
   * @param tooLow counters that show less than was to be taken
   * @param busy whether another write was under way, or the table was asked too much: the same write may work in a moment
   */
  record Refused(Map<String, Item> inTheWay, Set<CounterKey> tooLow, boolean busy) implements WriteOutcome {

    public Refused {
      inTheWay = Map.copyOf(inTheWay);
      tooLow = Set.copyOf(tooLow);
    }

    /** Whether there is nothing to learn from it but to try again. */
    boolean onlyBusy() {
      return busy && inTheWay.isEmpty() && tooLow.isEmpty();
    }
  }
}
