package dev.tradewind.orders.domain;

import dev.tradewind.core.saga.Progress.Phase;
import dev.tradewind.orders.domain.Order.Deal;
import dev.tradewind.orders.domain.Order.Parcel;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.FraudSuspected;
import dev.tradewind.orders.domain.OrderEvent.HoldAsked;
import dev.tradewind.orders.domain.OrderEvent.HoldRefused;
import dev.tradewind.orders.domain.OrderEvent.OrderCancelled;
import dev.tradewind.orders.domain.OrderEvent.OrderConfirmed;
import dev.tradewind.orders.domain.OrderEvent.OrderDelivered;
import dev.tradewind.orders.domain.OrderEvent.OrderDispatched;
import dev.tradewind.orders.domain.OrderEvent.OrderPlaced;
import dev.tradewind.orders.domain.OrderEvent.OrderRejected;
import dev.tradewind.orders.domain.OrderEvent.PlacementExpired;
import dev.tradewind.orders.domain.OrderEvent.ReviewExpired;
import dev.tradewind.orders.domain.OrderEvent.ReviewReleased;
import dev.tradewind.orders.domain.OrderEvent.ReviewStarted;
import dev.tradewind.orders.domain.OrderEvent.StepCompleted;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepRetried;
import dev.tradewind.orders.domain.OrderEvent.StepUndone;
import dev.tradewind.orders.domain.OrderEvent.UndoRefused;
import dev.tradewind.orders.domain.Review.Stage;
import java.time.Instant;
import java.util.Optional;

/** What each event makes of an order. */
final class OrderEvolution {

  static final String NOT_REVIEWED = "not-reviewed";

  private OrderEvolution() {}

  static Order evolve(OrderTables tables, Order order, OrderEvent event, Instant at) {
    if (event instanceof OrderPlaced placed) {
      var fresh = new Order(
          Optional.of(placed), Optional.of(at), order.progress(), Optional.empty(), false, false, Optional.empty(), Parcel.HERE, Deal.OPEN,
          Review.none(), false);
      return fresh.with(tables.of(fresh).begun(at));
    }
    if (event instanceof PlacementExpired) {
      return order;
    }
    var saga = tables.of(order);
    var progress = order.progress();
    return switch (event) {
      case PlacementExpired expired -> throw new IllegalStateException("an expired placement is folded above");
      case OrderPlaced placed -> throw new IllegalStateException("placing is folded above");
      case StepCompleted(var step, var reference) -> {
        var further = order.touching(reference)
            .with(order.review().isOpen() ? saga.completedHeldUp(progress, step, at) : saga.completed(progress, step, at));
        yield further.progress().phase() == Phase.COMPLETED ? further.deal(Deal.DONE) : further;
      }
      case StepFailed(var step, var reason) -> overtaken(order).because(reason).with(saga.compensating(progress, false, at));
      case StepRetried(var step, var attempt) -> order.with(saga.retried(progress, attempt, at));
      case CancellationRequested(var reason, var by) -> overtaken(order).because(reason).cancelling(true);
      case CompensationStarted(var reason, var currentToo) -> {
        var turning = overtaken(order).because(reason).cancelling(true).with(saga.compensating(progress, currentToo, at));
        yield currentToo ? turning.touching(Optional.empty()) : turning;
      }
      case StepUndone(var step) -> order.with(saga.undone(progress, step, at));
      case UndoRefused(var step, var reason) -> order.because(reason).cancelling(false).handedOver().with(saga.undoRefused(progress, at));
      case AttentionNeeded(var step, var reason) -> order.because(reason).with(saga.needingAttention(progress));
      case OrderConfirmed() -> order.deal(Deal.CONFIRMED);
      case OrderRejected() -> order.ended();
      case OrderCancelled() -> order.ended();
      case OrderDispatched() -> overtaken(order).parcel(Parcel.DISPATCHED);
      case OrderDelivered() -> overtaken(order).parcel(Parcel.DELIVERED);
      case FraudSuspected(var rules, var detail) -> order.reviewed(order.review().suspecting(rules));
      case HoldAsked() -> order.reviewed(order.review().at(Stage.HOLD_ASKED));
      case HoldRefused(var reason) -> order.reviewed(order.review().at(Stage.CLOSED));
      case ReviewStarted() -> {
        var review = order.review().opened(at);
        yield order.reviewed(review).with(saga.heldUp(progress, review.until()));
      }
      case ReviewReleased() -> {
        var released = order.reviewed(order.review().at(Stage.CLOSED));
        yield progress.phase() == Phase.FORWARD && !progress.needsAttention() ? released.with(saga.retried(progress, 1, at)) : released;
      }
      case ReviewExpired() -> overtaken(order).because(NOT_REVIEWED).cancelling(true);
    };
  }

  /** Wherever it goes now, no review holds it up any more. */
  private static Order overtaken(Order order) {
    return order.reviewed(order.review().overtaken());
  }
}
