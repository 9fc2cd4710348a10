package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * The order ended before anything was done for it.
 */
public record OrderRejected(OrderDocument order) implements Event {}
