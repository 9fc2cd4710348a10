package dev.tradewind.inventory.domain;

import java.util.List;

/**
 * Why nothing is set aside for an order.
 *
 * @param reason one of the constants
 * @param skus the products that were the reason; empty when it was none of them
 */
public record Rejection(String reason, List<String> skus) {

  public static final String OUT_OF_STOCK = "out-of-stock";
  public static final String UNKNOWN_SKU = "unknown-sku";
  /** The undo came before the do. */
  public static final String RELEASED = "released";

  public Rejection {
    skus = List.copyOf(skus);
  }
}
