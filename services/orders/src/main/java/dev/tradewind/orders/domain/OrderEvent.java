package dev.tradewind.orders.domain;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.Types;
import dev.tradewind.core.Upcast;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can happen to an order. Steps are named as in {@link OrderSaga}. */
public sealed interface OrderEvent {

  /** Their names in the journal. */
  Collection<Types.Type> RECORDS = Types.of(
      Types.records(
          "orders", PlacementExpired.class, OrderPlaced.class, StepCompleted.class, StepFailed.class, StepRetried.class, CompensationStarted.class,
          StepUndone.class, UndoRefused.class, AttentionNeeded.class, OrderConfirmed.class, OrderRejected.class, OrderCancelled.class,
          OrderDispatched.class, OrderDelivered.class, FraudSuspected.class, HoldAsked.class, HoldRefused.class, ReviewStarted.class,
          ReviewReleased.class, ReviewExpired.class),
      Types.grown(Types.records("orders", CancellationRequested.class), Upcast.adding(1, "by", "CUSTOMER")))
      .all();

  /**
   * The deadline of a request to place the order came, and there was no order yet. Whoever is still about to commit one finds this in the
   * way and arms another deadline: without it, an order could be committed that nothing watches over any more.
   */
  record PlacementExpired() implements OrderEvent {}

  /**
   * The order was accepted.
   *
   * @param method the provider's token for the customer's card; never shown
   * @param fingerprint of the request, to tell a repeat from another order under the same key
   * @param saga name of the table the order is carried out by, from its first step to its last
   */
  record OrderPlaced(
      String orderId, String customerId, String currency, List<OrderLine> lines, String method, Address shipTo, String fingerprint, String saga)
      implements OrderEvent {

    public OrderPlaced {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return "OrderPlaced[orderId=" + orderId + "]";
    }
  }

  /** A step was done; the reference is what the other side calls it. */
  record StepCompleted(String step, Optional<String> reference) implements OrderEvent {}

  /** The other side said no, and did nothing. What was done before is undone. */
  record StepFailed(String step, String reason) implements OrderEvent {}

  /** A step, or its undo, was asked for again. */
  record StepRetried(String step, int attempt) implements OrderEvent {}

  /**
   * Somebody no longer wants the order; the step under way is waited for.
   *
   * @param by who asked for it; version 1 did not say, because only customers could
   */
  record CancellationRequested(String reason, Requester by) implements OrderEvent {}

  /**
   * What was done is undone.
   *
   * @param currentToo whether the step under way may have happened, and is undone too
   */
  record CompensationStarted(String reason, boolean currentToo) implements OrderEvent {}

  /** A step was undone. */
  record StepUndone(String step) implements OrderEvent {}

  /** It was too late to undo the step: the order stands as it was. */
  record UndoRefused(String step, String reason) implements OrderEvent {}

  /** The step can be neither finished nor undone without a person. */
  record AttentionNeeded(String step, String reason) implements OrderEvent {}

  /** Every step is done. */
  record OrderConfirmed() implements OrderEvent {}

  /** Ended before anything was done. */
  record OrderRejected() implements OrderEvent {}

  /** Ended, and everything is undone. */
  record OrderCancelled() implements OrderEvent {}

  /** The parcel is on its way. */
  record OrderDispatched() implements OrderEvent {}

  /** The parcel arrived. */
  record OrderDelivered() implements OrderEvent {}

  /**
   * Somebody thinks that the order is fraud.
   *
   * @param rules names of the rules that fired; at least one of them had not fired before
   * @param detail what made them fire, in words for an operator
   */
  record FraudSuspected(List<String> rules, String detail) implements OrderEvent {

    public FraudSuspected {
      rules = List.copyOf(rules);
    }
  }

  /** Shipping was asked to hold the parcel; the order is not held up until it answers. */
  record HoldAsked() implements OrderEvent {}

  /** It was too late to hold the parcel: the order goes on. */
  record HoldRefused(String reason) implements OrderEvent {}

  /** From now on nothing more is done for the order until an operator decides, or has not in time. */
  record ReviewStarted() implements OrderEvent {}

  /** An operator released it: it goes on where it stood. */
  record ReviewReleased() implements OrderEvent {}

  /** No operator decided in time: the order is cancelled. */
  record ReviewExpired() implements OrderEvent {}
}
