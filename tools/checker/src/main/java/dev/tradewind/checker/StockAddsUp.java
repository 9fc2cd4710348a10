package dev.tradewind.checker;

import java.util.HashMap;
import java.util.Map;

/** Tokens say how much was reserved and sold; counters say how much is there and ever was; receipts say how much ever came. */
final class StockAddsUp implements Invariant {

  private static final class Units {
    private long available;
    private long received;
    private long taken;
    private long delivered;
  }

  @Override
  public Finding examine(Facts facts) {
    var notes = new Notes(3, "available + reserved + sold = received, never negative");
    var bySku = new HashMap<String, Units>();
    for (var counter : facts.evidence().counters()) {
      var units = of(counter.sku(), bySku);
      units.available += counter.available();
      units.received += counter.received();
      notes.lookedAt(1);
      if (counter.available() < 0) {
        notes.violated("counter %s shows %d available", counter.id(), counter.available());
      }
    }
    for (var token : facts.evidence().tokens()) {
      if (token.state().takes()) {
        for (var taken : token.units().entrySet()) {
          of(taken.getKey(), bySku).taken += taken.getValue();
        }
      }
    }
    for (var receipt : facts.evidence().receipts().entrySet()) {
      of(receipt.getKey(), bySku).delivered = receipt.getValue();
    }
    bySku.forEach((sku, units) -> look(sku, units, notes));
    return notes.finding();
  }

  private static Units of(String sku, Map<String, Units> bySku) {
    return bySku.computeIfAbsent(sku, first -> new Units());
  }

  private static void look(String sku, Units units, Notes notes) {
    notes.lookedAt(1);
    if (units.available + units.taken != units.received) {
      notes.violated("product %s: %d available and %d taken, but %d received", sku, units.available, units.taken, units.received);
    }
    if (units.received != units.delivered) {
      notes.violated("product %s: %d units were delivered, but %d received", sku, units.delivered, units.received);
    }
  }
}
