package dev.tradewind.simulator.clients;

import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.simulator.world.Chance;
import dev.tradewind.simulator.world.Plan;
import java.util.ArrayList;
import java.util.List;

/** What can be ordered, and what cannot. */
final class Products {

  static final String NEVER_RECEIVED = "UNKNOWN";

  private static final double ORDERS_UNKNOWN = 0.02;
  private static final int MOST_LINES = 3;
  private static final int MOST_UNITS = 3;

  private Products() {}

  static String sku(int number) {
    return "SKU-" + number;
  }

  /** Each product once. */
  static List<OrderLine> basket(Plan plan, Chance chance) {
    var lines = new ArrayList<OrderLine>();
    int first = chance.below(plan.skus());
    int many = 1 + chance.below(Math.min(plan.skus(), MOST_LINES));
    for (int i = 0; i < many; i++) {
      lines.add(new OrderLine(sku((first + i) % plan.skus()), 1 + chance.below(MOST_UNITS), 100 + chance.below(10_000)));
    }
    if (chance.happens(ORDERS_UNKNOWN)) {
      lines.add(new OrderLine(NEVER_RECEIVED, 1, 100));
    }
    return List.copyOf(lines);
  }
}
