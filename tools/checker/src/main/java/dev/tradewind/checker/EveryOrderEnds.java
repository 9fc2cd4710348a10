package dev.tradewind.checker;

/** Also an order whose acceptance nobody heard: somebody may have ordered it, and it holds stock and money. */
final class EveryOrderEnds implements Invariant {

  @Override
  public Finding examine(Facts facts) {
    var notes = new Notes(1, "every accepted order ends");
    for (var order : facts.orders()) {
      if (order.accepted() || order.known()) {
        notes.lookedAt(1);
        look(order, notes);
      }
    }
    return notes.finding();
  }

  private static void look(OrderFacts order, Notes notes) {
    if (!order.known()) {
      notes.violated("order %s was accepted, but has no stream", order.id());
    } else if (!order.ended()) {
      notes.violated("order %s never ended; its last event is %s", order.id(), order.lastEvent());
    } else if (order.ends() > 1) {
      notes.violated("order %s ended %d times; its last event is %s", order.id(), order.ends(), order.lastEvent());
    }
  }
}
