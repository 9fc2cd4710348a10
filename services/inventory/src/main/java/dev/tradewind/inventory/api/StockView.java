package dev.tradewind.inventory.api;

import dev.tradewind.inventory.domain.Counter;
import java.util.List;
import java.util.SequencedMap;

/**
 * Stock of a product, in units.
 *
 * @param available can be ordered
 * @param received ever arrived
 * @param taken set aside for orders or sold: received minus available
 */
public record StockView(String sku, List<Warehouse> warehouses, long available, long received, long taken) {

  /** The same in one warehouse. */
  public record Warehouse(String warehouse, long available, long received, long taken) {}

  static StockView of(String sku, SequencedMap<String, Counter> levels) {
    var total = levels.values().stream().reduce(Counter.EMPTY, Counter::plus);
    var warehouses = levels.entrySet().stream()
        .map(entry -> new Warehouse(entry.getKey(), entry.getValue().available(), entry.getValue().received(), entry.getValue().taken()))
        .toList();
    return new StockView(sku, warehouses, total.available(), total.received(), total.taken());
  }
}
