package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * The order ended and everything that was done for it was undone.
 */
public record OrderCancelled(OrderDocument order) implements Event {}
