package dev.tradewind.checker;

/**
 * Of an order that ended, every service did its part or none did. A reservation counts as taken: that the order was confirmed is told to
 * the stock afterwards.
 */
final class AllOrNothing implements Invariant {

  @Override
  public Finding examine(Facts facts) {
    var notes = new Notes(4, "confirmed if and only if stock taken, money captured and shipment arranged; cancelled or rejected: all undone");
    for (var order : facts.orders()) {
      if (!order.known()) {
        notes.lookedAt(1);
        strange(order, notes);
      } else if (order.ended()) {
        notes.lookedAt(1);
        if (order.confirmed()) {
          all(order, notes);
        } else {
          nothing(order, notes);
        }
      }
    }
    return notes.finding();
  }

  private static void strange(OrderFacts order, Notes notes) {
    if (order.takingTokens() > 0 || order.arrangedParcels() > 0) {
      notes.violated("order %s has no stream, but %s", order.id(), parts(order));
    }
  }

  private static void all(OrderFacts order, Notes notes) {
    if (order.takingTokens() != 1 || order.money().kept() <= 0 || order.arrangedParcels() != 1) {
      notes.violated("order %s is confirmed, but %s", order.id(), parts(order));
    }
  }

  private static void nothing(OrderFacts order, Notes notes) {
    if (order.delivered()) {
      notes.violated("order %s was delivered, but is not confirmed", order.id());
    }
    if (order.takingTokens() > 0 || order.money().kept() != 0 || order.arrangedParcels() > 0) {
      notes.violated("order %s is not confirmed, but %s", order.id(), parts(order));
    }
  }

  private static String parts(OrderFacts order) {
    return "%d tokens take stock, %d of money are kept, %d parcels are arranged"
        .formatted(order.takingTokens(), order.money().kept(), order.arrangedParcels());
  }
}
