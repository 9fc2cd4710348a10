package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Item;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One write of everything or nothing.
 *
 * @param counters what each counter gains or loses
 * @param items what is recorded, each only if its version does not exist yet; no key twice
 */
public record StockWrite(SequencedMap<CounterKey, CounterChange> counters, List<Item> items) {

  /** As many items as DynamoDB takes in one transaction. */
  public static final int MOST_ITEMS = 100;

  public StockWrite {
    counters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counters));
    items = List.copyOf(items);
    Check.that(!items.isEmpty(), "a write records at least one item");
    Check.that(counters.size() + items.size() <= MOST_ITEMS, "a write holds %d items at most", MOST_ITEMS);
  }

  static StockWrite of(Item item) {
    return new StockWrite(new LinkedHashMap<>(), List.of(item));
  }

  public int size() {
    return counters.size() + items.size();
  }
}
