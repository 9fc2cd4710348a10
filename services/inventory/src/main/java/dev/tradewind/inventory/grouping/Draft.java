package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Shelf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A transaction while it is put together, and the shelves as they would be after it. */
final class Draft {

  private final SequencedMap<CounterKey, CounterChange> counters = new LinkedHashMap<>();
  private final List<Item> items = new ArrayList<>();
  private final Map<String, Shelf> shelves;

  Draft(Map<String, Shelf> shelves) {
    this.shelves = new HashMap<>(shelves);
  }

  /** Adds all of it, unless the transaction would become too large. */
  boolean add(Map<CounterKey, CounterChange> changes, List<? extends Item> more) {
    var touched = new HashSet<>(counters.keySet());
    touched.addAll(changes.keySet());
    if (touched.size() + items.size() + more.size() > StockWrite.MOST_ITEMS) {
      return false;
    }
    changes.forEach((counter, change) -> {
      counters.merge(counter, change, CounterChange::plus);
      shelves.computeIfPresent(counter.sku(), (sku, shelf) -> shelf.changed(counter, change.available()));
    });
    items.addAll(more);
    return true;
  }

  /** The shelves as they would be if what the draft holds at the time were written. */
  Map<String, Shelf> shelves() {
    return Collections.unmodifiableMap(shelves);
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** What one gives back and another takes cancels out. */
  StockWrite write() {
    counters.values().removeIf(change -> change.equals(new CounterChange(0, 0)));
    return new StockWrite(counters, items);
  }
}
