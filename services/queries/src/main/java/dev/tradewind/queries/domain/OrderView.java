package dev.tradewind.queries.domain;

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
import dev.tradewind.core.Check;
import dev.tradewind.core.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An order as one event told it, whole. It follows from that event alone, so of all events of an order only the one with the highest
 * version counts, whatever their order and however often each comes.
 *
 * @param order what was told
 * @param version of the order's stream, 1 or more
 * @param changedAt when that version was made
 */
public record OrderView(OrderDocument order, long version, Instant changedAt) {

  public OrderView {
    Check.notNull(order, "order");
    Check.notBlank(order.orderId(), "orderId");
    Check.notBlank(order.customerId(), "customerId");
    Check.notBlank(order.state(), "state");
    Check.that(version >= 1, "version must be 1 or more, but is %d", version);
    Check.notNull(changedAt, "changedAt");
    Position.of(order.placedAt().orElse(changedAt), order.orderId());
  }

  /**
   * What the message tells of an order; nothing when it tells of something else.
   *
   * @throws IllegalArgumentException when it tells of an order that cannot be, such as one of nobody
   */
  public static Optional<OrderView> of(Message message) {
    return document(message).map(order -> new OrderView(order, message.sequence(), message.time()));
  }

  public String orderId() {
    return order.orderId();
  }

  /** When it was placed; of an order told before events said so, when it changed last. */
  public Instant placedAt() {
    return order.placedAt().orElse(changedAt);
  }

  /** Where it stands in a list. */
  public Position position() {
    return Position.of(placedAt(), orderId());
  }

  public SortedSet<String> skus() {
    return order.lines().stream().map(OrderLine::sku).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether nothing will change any more. */
  public boolean isOver() {
    return OrderState.named(order.state()).filter(OrderState::isEnd).isPresent();
  }

  private static Optional<OrderDocument> document(Message message) {
    return switch (message.data()) {
      case OrderPlaced(var order) -> Optional.of(order);
      case OrderConfirmed(var order) -> Optional.of(order);
      case OrderRejected(var order) -> Optional.of(order);
      case OrderCancelled(var order) -> Optional.of(order);
      case OrderDispatched(var order) -> Optional.of(order);
      case OrderDelivered(var order) -> Optional.of(order);
      case OrderNeedsAttention(var order) -> Optional.of(order);
      case OrderInReview(var order) -> Optional.of(order);
      case OrderReviewReleased(var order) -> Optional.of(order);
      default -> Optional.empty();
    };
  }
}
