package dev.tradewind.shipping.domain;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Quantity;
import java.util.List;

/** What a shipment is asked, and what the carrier said. */
public sealed interface ShipmentCommand {

  /** The order it is about. */
  String orderId();

  /** Book the carrier. */
  record Arrange(String orderId, Address shipTo, List<Quantity> lines) implements ShipmentCommand {}

  /** Book nothing any more, and let go of what is booked. */
  record Cancel(String orderId) implements ShipmentCommand {}

  /** Keep the parcel here. */
  record Hold(String orderId) implements ShipmentCommand {}

  /** Let go of the parcel that is held. */
  record Resume(String orderId) implements ShipmentCommand {}

  /** The order was confirmed, the parcel was let go of, or it was dispatched, long enough ago: take the next step if it is due. */
  record Advance(String orderId) implements ShipmentCommand {}

  /** What the carrier said. */
  sealed interface Outcome extends ShipmentCommand {}

  /** The carrier is booked. */
  record Booked(String orderId, String trackingNumber) implements Outcome {}

  /** The carrier does not take this parcel and never will. */
  record NotBooked(String orderId, String reason) implements Outcome {}

  /** The carrier does nothing for this parcel, now or later: it was cancelled. */
  record Gone(String orderId) implements Outcome {}

  /** The carrier has the parcel already: it cannot be cancelled. */
  record TooLate(String orderId) implements Outcome {}

  /** The carrier took the parcel. */
  record HandedOver(String orderId) implements Outcome {}

  /** The carrier brought the parcel. */
  record Brought(String orderId) implements Outcome {}
}
