package dev.tradewind.checker;

/** What an order that nobody heard of costs is not known here: it must then cost what was authorized for it. */
final class MoneyIsRight implements Invariant {

  @Override
  public Finding examine(Facts facts) {
    var notes = new Notes(2, "at most one capture, exactly the total when confirmed, net zero when not");
    for (var order : facts.orders()) {
      if (order.known() || order.money().entries() > 0) {
        notes.lookedAt(1);
        look(order, order.money(), notes);
      }
    }
    return notes.finding();
  }

  private static void look(OrderFacts order, Money money, Notes notes) {
    if (!order.known()) {
      notes.violated("order %s has no stream, but %d entries in the ledger", order.id(), money.entries());
      return;
    }
    if (money.captures() > 1) {
      notes.violated("order %s was captured %d times, %d in all", order.id(), money.captures(), money.captured());
    }
    if (order.ended()) {
      settled(order, money, notes);
    }
  }

  private static void settled(OrderFacts order, Money money, Notes notes) {
    if (money.onHold() != 0) {
      notes.violated("order %s has ended, but %d are on hold", order.id(), money.onHold());
    }
    if (!order.confirmed()) {
      if (money.kept() != 0) {
        notes.violated("order %s was not confirmed, but %d were kept", order.id(), money.kept());
      }
      return;
    }
    long total = order.total().orElse(money.authorized());
    if (money.kept() != total) {
      notes.violated("order %s costs %d, but %d were kept", order.id(), total, money.kept());
    }
  }
}
