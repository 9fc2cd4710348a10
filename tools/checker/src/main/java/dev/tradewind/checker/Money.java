package dev.tradewind.checker;

/** What the provider's ledger says about one order, in minor units. */
final class Money {

  private int entries;
  private int captures;
  private long authorized;
  private long captured;
  private long voided;
  private long refunded;

  void add(LedgerEntry entry) {
    entries++;
    switch (entry.kind()) {
      case AUTHORIZED -> authorized += entry.amount();
      case CAPTURED -> {
        captures++;
        captured += entry.amount();
      }
      case VOIDED -> voided += entry.amount();
      case REFUNDED -> refunded += entry.amount();
    }
  }

  int entries() {
    return entries;
  }

  int captures() {
    return captures;
  }

  long authorized() {
    return authorized;
  }

  long captured() {
    return captured;
  }

  /** What the customer has paid in the end. */
  long kept() {
    return captured - refunded;
  }

  /** What the customer cannot spend, but has not paid. */
  long onHold() {
    return authorized - voided - captured;
  }
}
