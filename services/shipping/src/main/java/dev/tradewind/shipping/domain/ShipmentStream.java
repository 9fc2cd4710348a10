package dev.tradewind.shipping.domain;

import dev.tradewind.core.StreamId;

/** Names the stream of an order's shipment: {@code shipment/<orderId>}. */
public final class ShipmentStream {

  private ShipmentStream() {}

  public static StreamId of(String orderId) {
    return new StreamId("shipment", orderId);
  }
}
