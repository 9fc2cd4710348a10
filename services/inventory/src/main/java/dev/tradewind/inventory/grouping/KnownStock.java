package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Shelf;
import dev.tradewind.inventory.domain.Sku;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What this process believes is on the shelves, so that a reservation is written without reading first. Wrong beliefs cost a refused
 * write and a look; nothing is ever rejected without a fresh look.
 */
final class KnownStock {

  private final StockStore store;
  private final int mostSkus;
  private final Map<String, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);

  /** @param mostSkus how many products to remember, those used last */
  KnownStock(StockStore store, int mostSkus) {
    Check.that(mostSkus >= 1, "mostSkus starts at 1, but is %d", mostSkus);
    this.store = Check.notNull(store, "store");
    this.mostSkus = mostSkus;
  }

  /** What is known of these products. */
  synchronized Map<String, Shelf> of(Collection<String> skus) {
    var known = new HashMap<String, Shelf>();
    skus.forEach(sku -> {
      var shelf = shelves.get(sku);
      if (shelf != null) {
        known.put(sku, shelf);
      }
    });
    return known;
  }

  /** Looks at these products afresh. Those that do not exist are unknown afterwards. */
  Uni<Map<String, Shelf>> look(Collection<String> skus) {
    forget(skus);
    return store.directories(skus.stream().filter(Sku::isValid).toList()).flatMap(directories -> {
      var keys = directories.values().stream().flatMap(directory -> directory.counters().stream()).toList();
      return store.counters(keys).map(counters -> {
        var seen = directories.values().stream().collect(Collectors.toMap(Directory::sku, directory -> shelf(directory, counters)));
        remember(seen);
        return seen;
      });
    });
  }

  synchronized void remember(Map<String, Shelf> seen) {
    shelves.putAll(seen);
    var oldest = shelves.keySet().iterator();
    while (shelves.size() > mostSkus) {
      oldest.next();
      oldest.remove();
    }
  }

  synchronized void forget(Collection<String> skus) {
    skus.forEach(shelves::remove);
  }

  private static Shelf shelf(Directory directory, Map<CounterKey, Counter> counters) {
    var available = new HashMap<CounterKey, Long>();
    directory.counters().forEach(key -> available.put(key, counters.getOrDefault(key, Counter.EMPTY).available()));
    return new Shelf(directory, available);
  }
}
