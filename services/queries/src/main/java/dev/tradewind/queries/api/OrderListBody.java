package dev.tradewind.queries.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * A page of orders.
 *
 * @param orders fewer than asked for, or none, when few of those that were looked at pass the filters: go on while there is a next page
 * @param next the {@code cursor} of the next page; null on the last one
 */
@RegisterForReflection
public record OrderListBody(List<OrderBody> orders, Optional<String> next) {}
