package dev.tradewind.contracts.orders;

import dev.tradewind.core.Check;

/**
 * One line of an order.
 *
 * @param sku the product's stock keeping unit
 * @param quantity units, 1 or more
 * @param unitPrice price of one unit in minor units of the order's currency, 0 or more
 */
public record OrderLine(String sku, int quantity, long unitPrice) {

  public OrderLine {
    Check.notBlank(sku, "sku");
    Check.that(quantity >= 1, "quantity must be 1 or more, but is %d", quantity);
    Check.that(unitPrice >= 0, "unitPrice must be 0 or more, but is %d", unitPrice);
  }
}
