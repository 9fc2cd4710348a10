package dev.tradewind.orders.domain;

import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderInReview;
import dev.tradewind.contracts.orders.OrderNeedsAttention;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.contracts.orders.OrderReviewReleased;
import dev.tradewind.core.Event;
import java.util.Optional;

/** Which of an order's events everyone hears of, and as what. */
final class Announcements {

  private Announcements() {}

  static Optional<Event> of(OrderEvent event, Order after) {
    return Optional.ofNullable(switch (event) {
      case OrderEvent.PlacementExpired ignored -> null;
      case OrderEvent.OrderPlaced placed -> new OrderPlaced(after.document());
      case OrderEvent.OrderConfirmed confirmed -> new OrderConfirmed(after.document());
      case OrderEvent.OrderRejected rejected -> new OrderRejected(after.document());
      case OrderEvent.OrderCancelled cancelled -> new OrderCancelled(after.document());
      case OrderEvent.OrderDispatched dispatched -> new OrderDispatched(after.document());
      case OrderEvent.OrderDelivered delivered -> new OrderDelivered(after.document());
      case OrderEvent.AttentionNeeded needed -> new OrderNeedsAttention(after.document());
      case OrderEvent.ReviewStarted started -> new OrderInReview(after.document());
      case OrderEvent.ReviewReleased released -> new OrderReviewReleased(after.document());
      case OrderEvent.StepCompleted ignored -> null;
      case OrderEvent.StepFailed ignored -> null;
      case OrderEvent.StepRetried ignored -> null;
      case OrderEvent.StepUndone ignored -> null;
      case OrderEvent.CancellationRequested ignored -> null;
      case OrderEvent.CompensationStarted ignored -> null;
      case OrderEvent.FraudSuspected ignored -> null;
      case OrderEvent.HoldAsked ignored -> null;
      case OrderEvent.HoldRefused ignored -> null;
      case OrderEvent.ReviewExpired ignored -> null;
      // While it was being cancelled it was told to be CANCELLING, wherever its parcel was.
      case OrderEvent.UndoRefused ignored -> switch (after.parcel()) {
        case HERE, HANDED_OVER -> null;
        case DISPATCHED -> new OrderDispatched(after.document());
        case DELIVERED -> new OrderDelivered(after.document());
      };
    });
  }
}
