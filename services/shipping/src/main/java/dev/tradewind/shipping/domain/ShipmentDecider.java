package dev.tradewind.shipping.domain;

import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentCancelRefused;
import dev.tradewind.contracts.shipping.ShipmentCancelled;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.contracts.shipping.ShipmentHeld;
import dev.tradewind.contracts.shipping.ShipmentHoldRefused;
import dev.tradewind.contracts.shipping.ShipmentRefused;
import dev.tradewind.core.Check;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.shipping.domain.Shipment.Arranged;
import dev.tradewind.shipping.domain.Shipment.Cancelled;
import dev.tradewind.shipping.domain.Shipment.Delivered;
import dev.tradewind.shipping.domain.Shipment.Dispatched;
import dev.tradewind.shipping.domain.Shipment.Held;
import dev.tradewind.shipping.domain.Shipment.None;
import dev.tradewind.shipping.domain.Shipment.Refused;
import dev.tradewind.shipping.domain.ShipmentCommand.Advance;
import dev.tradewind.shipping.domain.ShipmentCommand.Arrange;
import dev.tradewind.shipping.domain.ShipmentCommand.Booked;
import dev.tradewind.shipping.domain.ShipmentCommand.Brought;
import dev.tradewind.shipping.domain.ShipmentCommand.Cancel;
import dev.tradewind.shipping.domain.ShipmentCommand.Gone;
import dev.tradewind.shipping.domain.ShipmentCommand.HandedOver;
import dev.tradewind.shipping.domain.ShipmentCommand.Hold;
import dev.tradewind.shipping.domain.ShipmentCommand.NotBooked;
import dev.tradewind.shipping.domain.ShipmentCommand.Resume;
import dev.tradewind.shipping.domain.ShipmentCommand.TooLate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the carrier and commits what it says. */
public final class ShipmentDecider implements Decider<Shipment, ShipmentCommand, ShipmentEvent> {

  private static final String CANCELLED = "cancelled";
  private static final String TOO_LATE = "already-dispatched";

  private final Duration dispatchAfter;
  private final Duration deliverAfter;

  /**
   * @param dispatchAfter how long a parcel that was held still waits, 0 or more
   * @param deliverAfter how long a parcel is under way, 0 or more
   */
  public ShipmentDecider(Duration dispatchAfter, Duration deliverAfter) {
    Check.that(!dispatchAfter.isNegative(), "dispatchAfter must be 0 or more, but is %s", dispatchAfter);
    Check.that(!deliverAfter.isNegative(), "deliverAfter must be 0 or more, but is %s", deliverAfter);
    this.dispatchAfter = dispatchAfter;
    this.deliverAfter = deliverAfter;
  }

  @Override
  public Shipment initial() {
    return new None();
  }

  @Override
  public Shipment evolve(Shipment shipment, ShipmentEvent event, Instant at) {
    return shipment.after(event, at);
  }

  @Override
  public Decision<ShipmentEvent> decide(Shipment shipment, ShipmentCommand command, Instant now) {
    return switch (command) {
      case Arrange(var orderId, var shipTo, var lines) -> arrangement(shipment, orderId, Decision.ask(new CarrierCall.Book(orderId, shipTo, lines)));
      case Booked(var orderId, var tracking) ->
          arrangement(shipment, orderId, change(new ShipmentEvent.Arranged(tracking)).send(new ShipmentArranged(orderId, tracking)));
      case NotBooked(var orderId, var reason) -> arrangement(shipment, orderId, refuse(orderId, reason));
      case Cancel(var orderId) -> cancellation(shipment, orderId, Decision.ask(new CarrierCall.Cancel(orderId)));
      case Gone(var orderId) -> cancellation(shipment, orderId, cancelled(orderId));
      case TooLate(var orderId) -> cancellation(shipment, orderId, tooLate(shipment, orderId, now));
      case Hold(var orderId) -> hold(shipment, orderId);
      case Resume(var orderId) -> shipment instanceof Held
          ? change(new ShipmentEvent.Resumed()).wakeAt(now.plus(dispatchAfter))
          : Decision.nothing();
      case Advance(var orderId) -> advance(shipment, orderId, now);
      case HandedOver(var orderId) -> booked(shipment)
          .<Decision<ShipmentEvent>>map(tracking -> dispatched(orderId, tracking, now))
          .orElseGet(() -> Decision.repeat(ShipmentDispatched.class));
      case Brought(var orderId) -> shipment instanceof Dispatched(var tracking, var at, var refused)
          ? change(new ShipmentEvent.Delivered()).send(new ShipmentDelivered(orderId, tracking))
          : Decision.repeat(ShipmentDelivered.class);
    };
  }

  /** The answer to whoever wants a carrier booked; what to do when nobody has one yet. */
  private static Decision<ShipmentEvent> arrangement(Shipment shipment, String orderId, Decision<ShipmentEvent> first) {
    return switch (shipment) {
      case None() -> first;
      case Arranged _, Held _, Dispatched _, Delivered _ -> Decision.repeat(ShipmentArranged.class);
      case Refused _ -> Decision.repeat(ShipmentRefused.class);
      case Cancelled(var told) -> switch (told) {
        case NOTHING -> refuse(orderId, CANCELLED);
        case ARRANGED -> Decision.repeat(ShipmentArranged.class);
        case REFUSED -> Decision.repeat(ShipmentRefused.class);
      };
    };
  }

  /** The answer to whoever wants nothing sent; what to do while that can still be had. */
  private static Decision<ShipmentEvent> cancellation(Shipment shipment, String orderId, Decision<ShipmentEvent> inTime) {
    return switch (shipment) {
      case None _, Arranged _, Held _ -> inTime;
      case Refused _ -> cancelled(orderId);
      case Cancelled _ -> Decision.repeat(ShipmentCancelled.class);
      case Dispatched(var tracking, var at, var told) -> refuseCancel(orderId, told);
      case Delivered(var tracking, var told) -> refuseCancel(orderId, told);
    };
  }

  /** The carrier has the parcel and we did not know: it was handed over, and whoever did that has not committed it yet. */
  private Decision<ShipmentEvent> tooLate(Shipment shipment, String orderId, Instant now) {
    return booked(shipment)
        .<Decision<ShipmentEvent>>map(tracking ->
            dispatched(orderId, tracking, now, new ShipmentEvent.CancelRefused()).send(new ShipmentCancelRefused(orderId, TOO_LATE)))
        .orElseGet(() -> refuseCancel(orderId, false));
  }

  /** What is not booked, or not any more, cannot leave: whoever asks hears of that otherwise. */
  private static Decision<ShipmentEvent> hold(Shipment shipment, String orderId) {
    return switch (shipment) {
      case Arranged _ -> change(new ShipmentEvent.Held()).send(new ShipmentHeld(orderId));
      case Held _ -> Decision.repeat(ShipmentHeld.class);
      case Dispatched _, Delivered _ -> change(new ShipmentEvent.HoldRefused()).send(new ShipmentHoldRefused(orderId, TOO_LATE));
      case None _, Refused _, Cancelled _ -> Decision.nothing();
    };
  }

  private Decision<ShipmentEvent> advance(Shipment shipment, String orderId, Instant now) {
    return switch (shipment) {
      case Arranged _ -> Decision.ask(new CarrierCall.HandOver(orderId));
      case Dispatched(var tracking, var at, var told) -> now.isBefore(at.plus(deliverAfter))
          ? Decision.waitUntil(at.plus(deliverAfter))
          : Decision.ask(new CarrierCall.Deliver(orderId));
      case None _, Held _, Refused _, Cancelled _, Delivered _ -> Decision.nothing();
    };
  }

  /** What the carrier calls a parcel that it has not got yet, as far as we know: of a handover and a hold it may have done both. */
  private static Optional<String> booked(Shipment shipment) {
    return switch (shipment) {
      case Arranged(var tracking) -> Optional.of(tracking);
      case Held(var tracking) -> Optional.of(tracking);
      case None _, Refused _, Cancelled _, Dispatched _, Delivered _ -> Optional.empty();
    };
  }

  private Decision.Change<ShipmentEvent> dispatched(String orderId, String tracking, Instant now, ShipmentEvent... more) {
    var events = new ArrayList<ShipmentEvent>(List.of(new ShipmentEvent.Dispatched()));
    events.addAll(List.of(more));
    return Decision.change(events).send(new ShipmentDispatched(orderId, tracking)).wakeAt(now.plus(deliverAfter));
  }

  private static Decision<ShipmentEvent> refuse(String orderId, String reason) {
    return change(new ShipmentEvent.Refused(reason)).send(new ShipmentRefused(orderId, reason));
  }

  private static Decision<ShipmentEvent> cancelled(String orderId) {
    return change(new ShipmentEvent.Cancelled()).send(new ShipmentCancelled(orderId));
  }

  private static Decision<ShipmentEvent> refuseCancel(String orderId, boolean told) {
    return told
        ? Decision.repeat(ShipmentCancelRefused.class)
        : change(new ShipmentEvent.CancelRefused()).send(new ShipmentCancelRefused(orderId, TOO_LATE));
  }

  private static Decision.Change<ShipmentEvent> change(ShipmentEvent event) {
    return Decision.change(List.of(event));
  }
}
