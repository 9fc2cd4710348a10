package dev.tradewind.orders.domain;

/** How an order looks from outside. */
public enum OrderState {
  /** Accepted; stock is being set aside. */
  PLACED,
  /** Stock is set aside; payment is being authorized. */
  STOCK_RESERVED,
  /** Money is on hold; a carrier is being booked. */
  PAYMENT_AUTHORIZED,
  /** A carrier is booked; the money is being taken. */
  SHIPMENT_ARRANGED,
  /** All steps are done; the parcel waits for the carrier. */
  CONFIRMED,
  /** The parcel is on its way. */
  DISPATCHED,
  /** The end that was hoped for. */
  DELIVERED,
  /** What was done is being undone. */
  CANCELLING,
  /** An end: everything is undone. */
  CANCELLED,
  /** An end: nothing was ever done. */
  REJECTED,
  /** A step can be neither finished nor undone: an operator decides. */
  NEEDS_ATTENTION,
  /** It looks like fraud and is held up: an operator releases or cancels it. */
  IN_REVIEW;

  /** Whether an order can never leave this state. */
  public boolean isEnd() {
    return this == DELIVERED || this == CANCELLED || this == REJECTED;
  }
}
