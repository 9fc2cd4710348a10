package dev.tradewind.orders.api;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.History;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it is now.
 *
 * @param reason why it failed, is cancelled, needs attention or is in review
 * @param trackingNumber the carrier's, once one is booked
 * @param version grows by one with each change; also the {@code ETag}
 */
@RegisterForReflection
record OrderView(
    String orderId,
    String customerId,
    OrderState state,
    Optional<String> reason,
    Money total,
    List<OrderLine> lines,
    Optional<String> trackingNumber,
    long version,
    Instant placedAt,
    Instant changedAt) {

  static OrderView of(Order order, History<OrderEvent> history) {
    return new OrderView(
        order.orderId(),
        order.content().customerId(),
        order.state(),
        order.explanation(),
        order.total(),
        order.lines(),
        order.trackingNumber(),
        history.version(),
        history.commits().getFirst().at(),
        history.commits().getLast().at());
  }
}
