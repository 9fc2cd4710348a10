package dev.tradewind.janitor.domain;

import dev.tradewind.core.Check;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For every product: what is available and what was taken is what was received, and that is what the receipts say. It holds a line a product. */
public final class StockSums {

  private static final class Units {
    private long available;
    private long counted;
    private long taken;
    private long delivered;
    private boolean negative;
  }

  private final Map<String, Units> bySku = new HashMap<>();
  private final Set<String> moving = new HashSet<>();

  /** @param counters all of them, as they were before anything else was read */
  public StockSums(List<Counter> counters) {
    counters.forEach(counter -> {
      var units = of(counter.sku());
      units.available += counter.available();
      units.counted += counter.received();
      units.negative |= counter.available() < 0;
    });
  }

  /** Something happened to these products so lately that counters and tokens may speak of different moments: they are not judged. */
  public void moving(Set<String> skus) {
    moving.addAll(skus);
  }

  void taken(Map<String, Long> units) {
    units.forEach((sku, more) -> of(sku).taken += more);
  }

  void received(Map<String, Long> units) {
    units.forEach((sku, more) -> of(sku).delivered += more);
  }

  /** @param notes is told what does not add up */
  public void judge(Notes notes) {
    Check.notNull(notes, "notes");
    bySku.forEach((sku, units) -> {
      if (moving.contains(sku)) {
        notes.count("products that move now", 1);
        return;
      }
      notes.count("products judged", 1);
      if (units.negative) {
        notes.found(Kind.STOCK_SUM_WRONG, sku, "a counter is below zero");
      }
      if (units.available + units.taken != units.counted) {
        notes.found(Kind.STOCK_SUM_WRONG, sku, "%d are available and %d taken, but %d were received"
            .formatted(units.available, units.taken, units.counted));
      }
      if (units.counted != units.delivered) {
        notes.found(Kind.STOCK_SUM_WRONG, sku, "the counters say that %d were received, the receipts %d".formatted(units.counted, units.delivered));
      }
    });
  }

  private Units of(String sku) {
    return bySku.computeIfAbsent(sku, first -> new Units());
  }
}
