package dev.tradewind.partners.psp;

/**
 * Where an authorization stands: the fold of its operations.
 *
 * @param amount what was authorized, in minor units
 * @param captured what was taken, in minor units
 * @param refunded what was given back, in minor units
 */
record Authorization(
    String id, String reference, long amount, String currency, Card card, Status status, long captured, long refunded) {

  enum Status { APPROVED, DECLINED, VOIDED, CAPTURED }

  static Authorization begun(Operation o) {
    var status = o.kind() == Kind.AUTHORIZED ? Status.APPROVED : Status.DECLINED;
    return new Authorization(o.authorization(), o.reference(), o.amount(), o.currency(), o.card(), status, 0, 0);
  }

  Authorization after(Operation o) {
    return switch (o.kind()) {
      case AUTHORIZED, DECLINED -> throw new IllegalStateException("authorization " + id + " is begun twice");
      case CAPTURED -> with(Status.CAPTURED, o.amount(), refunded);
      case CAPTURE_DECLINED -> this;
      case VOIDED -> with(Status.VOIDED, captured, refunded);
      case REFUNDED -> with(status, captured, refunded + o.amount());
    };
  }

  /** Whether it still holds or has taken money. */
  boolean live() {
    return status == Status.APPROVED || captured > refunded;
  }

  private Authorization with(Status newStatus, long newCaptured, long newRefunded) {
    return new Authorization(id, reference, amount, currency, card, newStatus, newCaptured, newRefunded);
  }
}
