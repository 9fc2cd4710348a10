package dev.tradewind.queries.api;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.queries.domain.OrderView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it was told last.
 *
 * @param reason why it failed, is being cancelled or needs attention
 * @param country where it goes, as an ISO 3166 code
 * @param version grows with each change; also the {@code ETag}
 */
@RegisterForReflection
public record OrderBody(
    String orderId,
    String customerId,
    String state,
    Optional<String> reason,
    Money total,
    List<OrderLine> lines,
    Optional<String> country,
    long version,
    Instant placedAt,
    Instant changedAt) {

  static OrderBody of(OrderView view) {
    var order = view.order();
    return new OrderBody(
        order.orderId(), order.customerId(), order.state(), order.reason(), order.total(), order.lines(), order.country(),
        view.version(), view.placedAt(), view.changedAt());
  }
}
