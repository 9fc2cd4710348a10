package dev.tradewind.contracts.inventory;

import dev.tradewind.core.Check;
import dev.tradewind.core.Event;

/**
 * Units arrived in a warehouse.
 *
 * @param receiptId follows from the idempotency key under which the warehouse reported them
 * @param quantity units, 1 or more
 */
public record StockReceived(String receiptId, String sku, String warehouse, long quantity) implements Event {

  public StockReceived {
    Check.notBlank(receiptId, "receiptId");
    Check.notBlank(sku, "sku");
    Check.notBlank(warehouse, "warehouse");
    Check.that(quantity >= 1, "quantity must be 1 or more, but is %d", quantity);
  }
}
