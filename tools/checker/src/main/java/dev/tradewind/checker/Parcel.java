package dev.tradewind.checker;

/**
 * A shipment in the carrier's book.
 *
 * @param orderId the order it is for
 * @param status the last one
 */
public record Parcel(String orderId, Status status) {

  /** Where a shipment is. */
  public enum Status {
    BOOKED,
    REFUSED,
    CANCELLED,
    DISPATCHED,
    DELIVERED;

    /** Whether the carrier has it, or will have it. */
    public boolean arranged() {
      return this == BOOKED || this == DISPATCHED || this == DELIVERED;
    }
  }
}
