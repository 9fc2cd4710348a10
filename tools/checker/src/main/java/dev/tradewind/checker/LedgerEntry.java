package dev.tradewind.checker;

/**
 * One thing the payment provider did.
 *
 * @param orderId the order it was for
 * @param kind what it did
 * @param amount in minor units
 */
public record LedgerEntry(String orderId, Kind kind, long amount) {

  /** What a provider does with money. */
  public enum Kind {
    AUTHORIZED,
    CAPTURED,
    VOIDED,
    REFUNDED
  }
}
