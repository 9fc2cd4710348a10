package dev.tradewind.inventory.domain;

import dev.tradewind.core.Check;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Where a product is counted: it exists once the product was received for the first time.
 *
 * @param sku the product
 * @param version 1 for the first
 * @param warehouses how many shards it has in each warehouse, in the order in which they first received it
 */
public record Directory(String sku, long version, SequencedMap<String, Integer> warehouses) implements Item {

  public Directory {
    Check.notBlank(sku, "sku");
    Check.that(version >= 1, "version starts at 1, but is %d", version);
    Check.that(!warehouses.isEmpty(), "the directory of %s names no warehouse", sku);
    warehouses = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(warehouses));
  }

  public static Directory first(String sku, String warehouse, int shards) {
    return new Directory(sku, 1, new LinkedHashMap<>(java.util.Map.of(warehouse, shards)));
  }

  /**
   * The directory after the warehouse received the product while so many shards were configured: the same when nothing is new. Shards are
   * added, never taken away, because there may be units on each.
   */
  public Directory receiving(String warehouse, int shards) {
    if (warehouses.getOrDefault(warehouse, 0) >= shards) {
      return this;
    }
    var more = new LinkedHashMap<>(warehouses);
    more.put(warehouse, shards);
    return new Directory(sku, version + 1, more);
  }

  @Override
  public String key() {
    return keyOf(sku);
  }

  public static String keyOf(String sku) {
    return "sku/" + sku;
  }

  /** Every counter of the product. */
  public List<CounterKey> counters() {
    return warehouses.keySet().stream().flatMap(warehouse -> counters(warehouse).stream()).toList();
  }

  public List<CounterKey> counters(String warehouse) {
    return IntStream.range(0, warehouses.getOrDefault(warehouse, 0)).mapToObj(shard -> new CounterKey(sku, warehouse, shard)).toList();
  }

  /**
   * The same counters in the order in which an order should try them: its own shard of the first warehouse, that warehouse's others,
   * then the next warehouse likewise. Orders thereby spread over the shards.
   */
  public List<CounterKey> countersFor(String orderId) {
    var counters = new ArrayList<CounterKey>();
    warehouses.forEach((warehouse, shards) -> {
      int own = Math.floorMod(orderId.hashCode(), shards);
      for (int i = 0; i < shards; i++) {
        counters.add(new CounterKey(sku, warehouse, (own + i) % shards));
      }
    });
    return counters;
  }
}
