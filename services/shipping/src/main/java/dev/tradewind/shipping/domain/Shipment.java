package dev.tradewind.shipping.domain;

import dev.tradewind.shipping.domain.ShipmentEvent.CancelRefused;
import java.time.Instant;

/** Where a shipment stands, and which late questions were answered. */
public sealed interface Shipment {

  /** Nobody asked for it. */
  record None() implements Shipment {}

  /** The carrier is booked and waits for the parcel. */
  record Arranged(String trackingNumber) implements Shipment {}

  /** The carrier is booked, but the parcel stays here until somebody resumes or cancels it. */
  record Held(String trackingNumber) implements Shipment {}

  /** The carrier did not take it. */
  record Refused(String reason) implements Shipment {}

  /** @param told what whoever asked for it was told, before it was cancelled or since */
  record Cancelled(Told told) implements Shipment {}

  /** What whoever asked for a shipment was told. */
  enum Told {
    NOTHING,
    ARRANGED,
    REFUSED
  }

  /**
   * The carrier has the parcel.
   *
   * @param at since when
   * @param cancelRefused whether somebody who asked to cancel was told that it is too late
   */
  record Dispatched(String trackingNumber, Instant at, boolean cancelRefused) implements Shipment {}

  /** The customer has the parcel. */
  record Delivered(String trackingNumber, boolean cancelRefused) implements Shipment {}

  default Shipment after(ShipmentEvent event, Instant at) {
    return switch (event) {
      case ShipmentEvent.Arranged(var tracking) -> new Arranged(tracking);
      case ShipmentEvent.Refused(var reason) -> this instanceof Cancelled ? new Cancelled(Told.REFUSED) : new Refused(reason);
      case ShipmentEvent.Cancelled() -> switch (this) {
        case None _ -> new Cancelled(Told.NOTHING);
        case Refused _ -> new Cancelled(Told.REFUSED);
        case Arranged _, Held _, Dispatched _, Delivered _ -> new Cancelled(Told.ARRANGED);
        case Cancelled before -> before;
      };
      case ShipmentEvent.Held() -> this instanceof Arranged(var tracking) ? new Held(tracking) : this;
      case ShipmentEvent.HoldRefused() -> this;
      case ShipmentEvent.Resumed() -> this instanceof Held(var tracking) ? new Arranged(tracking) : this;
      case ShipmentEvent.Dispatched() -> switch (this) {
        case Arranged(var tracking) -> new Dispatched(tracking, at, false);
        case Held(var tracking) -> new Dispatched(tracking, at, false);
        case None _, Refused _, Cancelled _, Dispatched _, Delivered _ -> this;
      };
      case ShipmentEvent.Delivered() -> this instanceof Dispatched(var tracking, var since, var refused) ? new Delivered(tracking, refused) : this;
      case CancelRefused() -> switch (this) {
        case Dispatched(var tracking, var since, var before) -> new Dispatched(tracking, since, true);
        case Delivered(var tracking, var before) -> new Delivered(tracking, true);
        case None _, Arranged _, Held _, Refused _, Cancelled _ -> this;
      };
    };
  }
}
