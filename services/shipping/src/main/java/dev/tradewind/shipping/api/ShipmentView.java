package dev.tradewind.shipping.api;

import dev.tradewind.shipping.domain.Shipment;
import dev.tradewind.shipping.domain.Shipment.Arranged;
import dev.tradewind.shipping.domain.Shipment.Cancelled;
import dev.tradewind.shipping.domain.Shipment.Delivered;
import dev.tradewind.shipping.domain.Shipment.Dispatched;
import dev.tradewind.shipping.domain.Shipment.Held;
import dev.tradewind.shipping.domain.Shipment.None;
import dev.tradewind.shipping.domain.Shipment.Refused;
import java.util.Optional;

/**
 * A shipment as operators see it.
 *
 * @param state such as {@code DISPATCHED}
 * @param trackingNumber what the carrier calls it
 * @param reason why the carrier refused
 */
record ShipmentView(String orderId, String state, Optional<String> trackingNumber, Optional<String> reason) {

  static ShipmentView of(String orderId, Shipment shipment) {
    return switch (shipment) {
      case None() -> new ShipmentView(orderId, "NONE", Optional.empty(), Optional.empty());
      case Arranged(var tracking) -> new ShipmentView(orderId, "ARRANGED", Optional.of(tracking), Optional.empty());
      case Held(var tracking) -> new ShipmentView(orderId, "HELD", Optional.of(tracking), Optional.empty());
      case Refused(var reason) -> new ShipmentView(orderId, "REFUSED", Optional.empty(), Optional.of(reason));
      case Cancelled(var told) -> new ShipmentView(orderId, "CANCELLED", Optional.empty(), Optional.empty());
      case Dispatched(var tracking, var at, var told) -> new ShipmentView(orderId, "DISPATCHED", Optional.of(tracking), Optional.empty());
      case Delivered(var tracking, var told) -> new ShipmentView(orderId, "DELIVERED", Optional.of(tracking), Optional.empty());
    };
  }
}
