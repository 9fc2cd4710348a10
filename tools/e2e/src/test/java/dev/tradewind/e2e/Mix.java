package dev.tradewind.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/** Orders of every kind, most of them good, each with how it must end. */
final class Mix {

  private Mix() {}

  /** @param sku of which there is enough for all */
  static Map<NewOrder, String> of(int count, String sku) {
    Map<NewOrder, String> orders = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      NewOrder good = NewOrder.of(sku, 1 + i % 3);
      switch (i % 20) {
        case 5 -> orders.put(good.paying("tok_declined"), "CANCELLED");
        case 10 -> orders.put(good.and(Stock.sku("NOWHERE"), 1), "REJECTED");
        case 15 -> orders.put(good.to("Farpoint", "00000", "DE"), "CANCELLED");
        default -> orders.put(good, "DELIVERED");
      }
    }
    return orders;
  }
}
