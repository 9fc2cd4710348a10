package dev.tradewind.gateway.upstream;

import java.util.Locale;

/** A service behind the gateway. */
public enum Service {
  ORDERS,
  INVENTORY,
  PAYMENTS,
  SHIPPING,
  QUERIES,
  NOTIFICATIONS,
  INSIGHTS,
  CATALOG;

  /** As it is configured, registered and guarded, and as problems name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
