package dev.tradewind.orders.domain;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.saga.Progress;
import dev.tradewind.core.saga.Progress.Phase;
import dev.tradewind.orders.domain.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order, folded from its events.
 *
 * @param placed what was ordered; empty before it is placed
 * @param placedAt when
 * @param progress how far its saga has come
 * @param reason why it fails, is cancelled or needs attention
 * @param cancellationRequested whether it turns round as soon as the step under way has answered
 * @param touched whether any step was ever done, or may have been
 * @param trackingNumber the carrier's
 * @param parcel where the parcel is
 * @param deal what it has come to
 * @param review what is suspected of it
 * @param over whether it was cancelled or rejected
 */
public record Order(
    Optional<OrderPlaced> placed,
    Optional<Instant> placedAt,
    Progress progress,
    Optional<String> reason,
    boolean cancellationRequested,
    boolean touched,
    Optional<String> trackingNumber,
    Parcel parcel,
    Deal deal,
    Review review,
    boolean over) {

  /** All that customers hear of a review: which rules fired is for operators, in the history. */
  private static final String SUSPECTED = "suspected";

  /** Where the parcel is. */
  public enum Parcel {
    HERE,
    /** The carrier has it, and said so to whoever wanted it back; that it is on its way we are still to hear. */
    HANDED_OVER,
    DISPATCHED,
    DELIVERED
  }

  /** What the order has come to; being undone does not take it back. */
  public enum Deal {
    /** Some step is not known to be done. */
    OPEN,
    /** Every step was done, but the order was turned round before anyone heard. */
    DONE,
    /** Everyone heard that it is confirmed. */
    CONFIRMED
  }

  static Order none() {
    return new Order(
        Optional.empty(), Optional.empty(), Progress.none(), Optional.empty(), false, false, Optional.empty(), Parcel.HERE, Deal.OPEN,
        Review.none(), false);
  }

  /** @throws IllegalStateException when the order was never placed */
  public OrderPlaced content() {
    return placed.orElseThrow(() -> new IllegalStateException("the order was never placed"));
  }

  public String orderId() {
    return content().orderId();
  }

  public List<OrderLine> lines() {
    return content().lines();
  }

  public Address shipTo() {
    return content().shipTo();
  }

  public String method() {
    return content().method();
  }

  public Money total() {
    long sum = 0;
    for (var line : lines()) {
      sum = Math.addExact(sum, Math.multiplyExact(line.unitPrice(), (long) line.quantity()));
    }
    return new Money(sum, content().currency());
  }

  public List<Quantity> quantities() {
    return lines().stream().map(line -> new Quantity(line.sku(), line.quantity())).toList();
  }

  public OrderState state() {
    if (over) {
      return touched ? OrderState.CANCELLED : OrderState.REJECTED;
    }
    if (review.isOpen()) {
      return OrderState.IN_REVIEW;
    }
    if (progress.needsAttention()) {
      return OrderState.NEEDS_ATTENTION;
    }
    return switch (progress.phase()) {
      case COMPENSATING, COMPENSATED -> OrderState.CANCELLING;
      case COMPLETED -> switch (parcel) {
        case HERE, HANDED_OVER -> OrderState.CONFIRMED;
        case DISPATCHED -> OrderState.DISPATCHED;
        case DELIVERED -> OrderState.DELIVERED;
      };
      case FORWARD -> switch (progress.done().size()) {
        case 0 -> OrderState.PLACED;
        case 1 -> OrderState.STOCK_RESERVED;
        case 2 -> OrderState.PAYMENT_AUTHORIZED;
        default -> OrderState.SHIPMENT_ARRANGED;
      };
    };
  }

  /** Why it is in its state, where that needs a reason. */
  public Optional<String> explanation() {
    return review.isOpen() ? Optional.of(SUSPECTED) : reason;
  }

  /** Whether a step was asked for whose answer decides how it goes on. */
  boolean waitsForStep() {
    return progress.phase() == Phase.FORWARD && progress.isAsked();
  }

  /** The order as others may see it. */
  public OrderDocument document() {
    return new OrderDocument(
        orderId(), content().customerId(), state().name(), explanation(), total(), lines(), placedAt, Optional.of(shipTo().country()));
  }

  Order with(Progress next) {
    return new Order(placed, placedAt, next, reason, cancellationRequested, touched, trackingNumber, parcel, deal, review, over);
  }

  Order because(String why) {
    return new Order(placed, placedAt, progress, Optional.of(why), cancellationRequested, touched, trackingNumber, parcel, deal, review, over);
  }

  Order cancelling(boolean requested) {
    return new Order(placed, placedAt, progress, reason, requested, touched, trackingNumber, parcel, deal, review, over);
  }

  Order touching(Optional<String> tracking) {
    return new Order(placed, placedAt, progress, reason, cancellationRequested, true, tracking.or(() -> trackingNumber), parcel, deal, review, over);
  }

  Order parcel(Parcel where) {
    return new Order(placed, placedAt, progress, reason, cancellationRequested, touched, trackingNumber, where, deal, review, over);
  }

  Order handedOver() {
    return parcel == Parcel.HERE ? parcel(Parcel.HANDED_OVER) : this;
  }

  Order deal(Deal reached) {
    return new Order(placed, placedAt, progress, reason, cancellationRequested, touched, trackingNumber, parcel, reached, review, over);
  }

  Order reviewed(Review next) {
    return new Order(placed, placedAt, progress, reason, cancellationRequested, touched, trackingNumber, parcel, deal, next, over);
  }

  Order ended() {
    return new Order(placed, placedAt, progress, reason, cancellationRequested, touched, trackingNumber, parcel, deal, review, true);
  }
}
