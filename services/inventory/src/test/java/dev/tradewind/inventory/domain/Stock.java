package dev.tradewind.inventory.domain;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Cause;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words to write tests about stock with. */
final class Stock {

  static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private Stock() {}

  static Cause cause(String id) {
    return new Cause(id, "", "o-1", TRACE);
  }

  static Reservation reservation(String orderId, Quantity... lines) {
    return new Reservation(orderId, List.of(lines), cause("order/" + orderId + "/1/0"));
  }

  static Quantity units(int quantity, String sku) {
    return new Quantity(sku, quantity);
  }

  /** A shelf in warehouse eu-1 with a shard for each figure. */
  static Shelf shelf(String sku, long... available) {
    return shelf(sku, Map.of("eu-1", available));
  }

  static Shelf shelf(String sku, Map<String, long[]> warehouses) {
    var shards = new LinkedHashMap<String, Integer>();
    var units = new HashMap<CounterKey, Long>();
    warehouses.forEach((warehouse, figures) -> {
      shards.put(warehouse, figures.length);
      for (int shard = 0; shard < figures.length; shard++) {
        units.put(new CounterKey(sku, warehouse, shard), figures[shard]);
      }
    });
    return new Shelf(new Directory(sku, 1, shards), units);
  }

  static Map<String, Shelf> shelves(Shelf... shelves) {
    var bySku = new HashMap<String, Shelf>();
    Arrays.stream(shelves).forEach(shelf -> bySku.put(shelf.directory().sku(), shelf));
    return bySku;
  }
}
