package dev.tradewind.simulator.clients;

import dev.tradewind.inventory.domain.Receipt;
import dev.tradewind.simulator.services.Inventory;
import dev.tradewind.simulator.services.InventoryProcess;
import dev.tradewind.simulator.world.Chance;
import dev.tradewind.simulator.world.Plan;
import dev.tradewind.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Receives units of each product, some before the first order and some later, and reports each receipt until it hears that it counts. */
final class Warehouse {

  private static final int NAME = 2;
  private static final int MOST_RECEIPTS = 3;
  private static final int UNITS_AN_ORDER = 4;
  private static final double REPEATS = 0.3;
  private static final long PATIENCE = 2_000;
  private static final Instant REPORTED = Instant.parse("2026-01-01T00:00:00Z");

  private record Delivery(Receipt receipt, long at) {}

  private final Chance chance;
  private final List<Delivery> deliveries = new ArrayList<>();
  private final Map<String, Long> counted = new HashMap<>();

  Warehouse(Plan plan) {
    this.chance = Chance.of(plan.seed(), NAME);
    for (int sku = 0; sku < plan.skus(); sku++) {
      int plenty = UNITS_AN_ORDER * plan.orders() / plan.skus() + 1;
      int receipts = 1 + chance.below(MOST_RECEIPTS);
      for (int i = 0; i < receipts; i++) {
        // About every other product is scarce, and then not everybody gets any.
        long units = 1 + chance.below(chance.happens(0.5) ? plenty : Math.max(1, plenty / 8));
        var receipt = Receipt.of("receipt-" + sku + "-" + i, Products.sku(sku), "warehouse-" + chance.below(2), units, REPORTED);
        deliveries.add(new Delivery(receipt, i == 0 ? 0 : chance.between(0, plan.span())));
        counted.merge(receipt.sku(), units, Long::sum);
      }
    }
  }

  void begin(World world) {
    for (var delivery : deliveries) {
      world.agenda().after(delivery.at(), () -> report(world, delivery.receipt()));
      if (chance.happens(REPEATS)) {
        world.agenda().after(delivery.at() + chance.between(0, 60_000), () -> report(world, delivery.receipt()));
      }
    }
  }

  void askAgain(World world) {
    deliveries.forEach(delivery -> report(world, delivery.receipt()));
  }

  Map<String, Long> receipts() {
    return counted;
  }

  private void report(World world, Receipt receipt) {
    world.ask(Inventory.NAME, inventory -> ((InventoryProcess) inventory).receive(receipt),
        stands -> {
          if (world.isWatched()) {
            world.tell(receipt.warehouse(), "hears that %d units of %s were received".formatted(stands.quantity(), stands.sku()));
          }
        },
        () -> world.agenda().after(chance.between(PATIENCE / 4, PATIENCE), () -> report(world, receipt)));
  }
}
