package dev.tradewind.peer;

import java.util.Map;
import java.util.Optional;

/** The orchestration: which answer leads where, and what is asked or told next. What a step has done is undone in reverse. */
final class Saga {

  /** The next stage, and what is sent on the way to it. */
  record Transition(Stage to, Kind sends) {}

  private static final Map<Stage, Map<Kind, Transition>> TABLE = Map.of(
      Stage.RESERVING, Map.of(
          Kind.STOCK_RESERVED, new Transition(Stage.AUTHORIZING, Kind.AUTHORIZE_PAYMENT),
          Kind.STOCK_REJECTED, new Transition(Stage.REJECTED, Kind.ORDER_REJECTED)),
      Stage.AUTHORIZING, Map.of(
          Kind.PAYMENT_AUTHORIZED, new Transition(Stage.ARRANGING, Kind.ARRANGE_SHIPMENT),
          Kind.PAYMENT_DECLINED, new Transition(Stage.RELEASING, Kind.RELEASE_STOCK)),
      Stage.ARRANGING, Map.of(
          Kind.SHIPMENT_ARRANGED, new Transition(Stage.CAPTURING, Kind.CAPTURE_PAYMENT),
          Kind.SHIPMENT_REFUSED, new Transition(Stage.VOIDING, Kind.VOID_PAYMENT)),
      Stage.CAPTURING, Map.of(
          Kind.PAYMENT_CAPTURED, new Transition(Stage.CONFIRMED, Kind.ORDER_CONFIRMED),
          Kind.CAPTURE_DECLINED, new Transition(Stage.CANCELLING_SHIPMENT, Kind.CANCEL_SHIPMENT)),
      Stage.CANCELLING_SHIPMENT, Map.of(Kind.SHIPMENT_CANCELLED, new Transition(Stage.VOIDING, Kind.VOID_PAYMENT)),
      Stage.VOIDING, Map.of(Kind.PAYMENT_VOIDED, new Transition(Stage.RELEASING, Kind.RELEASE_STOCK)),
      Stage.RELEASING, Map.of(Kind.STOCK_RELEASED, new Transition(Stage.CANCELLED, Kind.ORDER_CANCELLED)),
      // The two events of a parcel may change places on the way.
      Stage.CONFIRMED, Map.of(
          Kind.SHIPMENT_DISPATCHED, new Transition(Stage.DISPATCHED, Kind.ORDER_DISPATCHED),
          Kind.SHIPMENT_DELIVERED, new Transition(Stage.DELIVERED, Kind.ORDER_DELIVERED)),
      Stage.DISPATCHED, Map.of(Kind.SHIPMENT_DELIVERED, new Transition(Stage.DELIVERED, Kind.ORDER_DELIVERED)));

  private Saga() {}

  /** Empty when the answer means nothing at this stage: it came twice, or too late. */
  static Optional<Transition> after(Stage at, Kind heard) {
    return Optional.ofNullable(TABLE.getOrDefault(at, Map.of()).get(heard));
  }
}
