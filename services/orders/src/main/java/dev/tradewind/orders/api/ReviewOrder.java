package dev.tradewind.orders.api;

import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderCommand.Verdict;
import jakarta.validation.constraints.NotNull;

/**
 * The body of {@code POST /v1/orders/{id}/review}.
 *
 * @param decision {@code RELEASE} goes on where the order stood; {@code CANCEL} undoes everything
 */
record ReviewOrder(@NotNull(message = "is required") Verdict decision) {

  OrderCommand.DecideReview command() {
    return new OrderCommand.DecideReview(decision);
  }
}
