package dev.tradewind.simulator.world;

import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.grouping.CounterChange;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The table of inventory: items written only on the version before them, counters that never show less than nothing; all of it or nothing. */
final class Shelves {

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<CounterKey, Counter> counters = new LinkedHashMap<>();
  private long changes;

  Optional<Item> item(String key) {
    return Optional.ofNullable(items.get(key));
  }

  Optional<Counter> counter(CounterKey key) {
    return Optional.ofNullable(counters.get(key));
  }

  WriteOutcome write(StockWrite write) {
    var inTheWay = new HashMap<String, Item>();
    for (var item : write.items()) {
      var there = items.get(item.key());
      if ((there == null ? 0 : there.version()) != item.version() - 1) {
        if (there == null) {
          throw new IllegalStateException("version %d of %s is written, but there is none".formatted(item.version(), item.key()));
        }
        inTheWay.put(item.key(), there);
      }
    }
    var tooLow = new HashSet<CounterKey>();
    write.counters().forEach((key, change) -> {
      if (change.available() < 0 && counters.getOrDefault(key, Counter.EMPTY).available() < -change.available()) {
        tooLow.add(key);
      }
    });
    if (!inTheWay.isEmpty() || !tooLow.isEmpty()) {
      return new WriteOutcome.Refused(inTheWay, tooLow, false);
    }
    put(write);
    return new WriteOutcome.Written();
  }

  /** Without any condition. */
  void put(StockWrite write) {
    write.items().forEach(item -> items.put(item.key(), item));
    write.counters().forEach(this::change);
    changes++;
  }

  /** As if it had never been. */
  void forget(String key) {
    items.remove(key);
  }

  long changes() {
    return changes;
  }

  Map<String, Item> items() {
    return items;
  }

  Map<CounterKey, Counter> counters() {
    return counters;
  }

  private void change(CounterKey key, CounterChange change) {
    counters.merge(key, new Counter(change.available(), change.received()), Counter::plus);
  }
}
