package dev.tradewind.contracts;

import dev.tradewind.core.Check;

/**
 * So many units of one product.
 *
 * @param sku the product's stock keeping unit
 * @param quantity units, 1 or more
 */
public record Quantity(String sku, int quantity) {

  public Quantity {
    Check.notBlank(sku, "sku");
    Check.that(quantity >= 1, "quantity must be 1 or more, but is %d", quantity);
  }
}
