package dev.tradewind.shipping.domain;

import dev.tradewind.core.Types;
import java.util.Collection;

/** What happened to a shipment. */
public sealed interface ShipmentEvent {

  /** Their names in the journal. */
  Collection<Types.Type> RECORDS = Types.records(
      "shipping", Arranged.class, Refused.class, Cancelled.class, CancelRefused.class, Dispatched.class, Delivered.class,
      Held.class, HoldRefused.class, Resumed.class);

  /** The carrier is booked. */
  record Arranged(String trackingNumber) implements ShipmentEvent {}

  /** No carrier is booked; or, on a shipment that was cancelled before, the answer to whoever asked too late. */
  record Refused(String reason) implements ShipmentEvent {}

  /** Nothing is booked and nothing will be. On a shipment that never began it is the tombstone on which a late booking fails. */
  record Cancelled() implements ShipmentEvent {}

  /** Somebody asked to cancel when the parcel was under way. */
  record CancelRefused() implements ShipmentEvent {}

  /** The carrier has the parcel. */
  record Dispatched() implements ShipmentEvent {}

  /** The customer has the parcel. */
  record Delivered() implements ShipmentEvent {}

  /** The parcel stays here. */
  record Held() implements ShipmentEvent {}

  /** Somebody asked to hold the parcel when it was under way. */
  record HoldRefused() implements ShipmentEvent {}

  /** The parcel that was held may go. */
  record Resumed() implements ShipmentEvent {}
}
