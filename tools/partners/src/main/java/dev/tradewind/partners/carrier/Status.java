package dev.tradewind.partners.carrier;

import java.util.Locale;

/** Where a shipment stands, and the name of the movement that brought it there. */
enum Status {
  BOOKED,
  REFUSED,
  CANCELLED,
  DISPATCHED,
  DELIVERED;

  static Status of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
