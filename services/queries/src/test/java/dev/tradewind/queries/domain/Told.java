package dev.tradewind.queries.domain;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderInReview;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.contracts.orders.OrderNeedsAttention;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.contracts.orders.OrderReviewReleased;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What orders tells of one order.
 *
 * @param skus its products
 */
public record Told(String orderId, String customerId, Instant placedAt, List<String> skus) {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** An order of this customer, placed so many seconds after noon. */
  public static Told order(String customerId, long second, String... skus) {
    return new Told(UUID.randomUUID().toString(), customerId, NOON.plusSeconds(second), skus.length == 0 ? List.of("MUG") : Arrays.asList(skus));
  }

  public OrderDocument document(OrderState state) {
    return document(state, Optional.of(placedAt), Optional.of("DE"));
  }

  private OrderDocument document(OrderState state, Optional<Instant> placed, Optional<String> country) {
    return new OrderDocument(
        orderId, customerId, state.name(), reason(state), new Money(850L * skus.size(), "EUR"),
        skus.stream().map(sku -> new OrderLine(sku, 1, 850)).toList(), placed, country);
  }

  /** That it is in this state, at this version; told so many seconds after it was placed. */
  public Message that(OrderState state, long version) {
    return message(event(document(state), state), version);
  }

  /** The same as it was told before documents said when an order was placed. */
  public Message thatOfOld(OrderState state, long version) {
    return message(event(document(state, Optional.empty(), Optional.empty()), state), version);
  }

  /** That it was released from a review, and is in this state since. */
  public Message released(OrderState state, long version) {
    return message(new OrderReviewReleased(document(state)), version);
  }

  public OrderView view(OrderState state, long version) {
    return OrderView.of(that(state, version)).orElseThrow();
  }

  public Message message(Event event, long version) {
    return new Message(
        "order/%s/%d/0".formatted(orderId, version), "/tradewind/orders", "order/" + orderId, version, placedAt.plusSeconds(version - 1),
        "request/place", orderId, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", Optional.empty(), event);
  }

  private static Optional<String> reason(OrderState state) {
    return switch (state) {
      case PLACED, CONFIRMED, DISPATCHED, DELIVERED -> Optional.empty();
      case CANCELLING, CANCELLED -> Optional.of("customer");
      case REJECTED -> Optional.of("out-of-stock");
      case NEEDS_ATTENTION -> Optional.of("capture-payment-unanswered");
      case IN_REVIEW -> Optional.of("suspected");
    };
  }

  private static Event event(OrderDocument document, OrderState state) {
    return switch (state) {
      case PLACED -> new OrderPlaced(document);
      case CONFIRMED -> new OrderConfirmed(document);
      case DISPATCHED, CANCELLING -> new OrderDispatched(document);
      case DELIVERED -> new OrderDelivered(document);
      case CANCELLED -> new OrderCancelled(document);
      case REJECTED -> new OrderRejected(document);
      case NEEDS_ATTENTION -> new OrderNeedsAttention(document);
      case IN_REVIEW -> new OrderInReview(document);
    };
  }
}
