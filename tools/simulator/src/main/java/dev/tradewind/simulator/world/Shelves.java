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
public final class Shelves {

  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<CounterKey, Counter> counters = new LinkedHashMap<>();
  private long changes;

  /** The same, to be changed by itself. */
  public Shelves copy() {
    var copy = new Shelves();
    copy.items.putAll(items);
    copy.counters.putAll(counters);
    copy.changes = changes;
    return copy;
  }

  public Optional<Item> item(String key) {
    return Optional.ofNullable(items.get(key));
  }

  public Optional<Counter> counter(CounterKey key) {
    return Optional.ofNullable(counters.get(key));
  }

  public WriteOutcome write(StockWrite write) {
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
  public void put(StockWrite write) {
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

  public Map<String, Item> items() {
    return items;
  }

  public Map<CounterKey, Counter> counters() {
    return counters;
  }

  private void change(CounterKey key, CounterChange change) {
    counters.merge(key, new Counter(change.available(), change.received()), Counter::plus);
  }
}
