package dev.tradewind.orders.api;

import dev.tradewind.orders.domain.OrderCommand.Resolution;
import jakarta.validation.constraints.NotNull;

/**
 * The body of {@code POST /v1/orders/{id}/resolution}.
 *
 * @param decision {@code RETRY} asks again; {@code UNDO} undoes everything, the unanswered step too
 */
record ResolveOrder(@NotNull(message = "is required") Resolution decision) {}
