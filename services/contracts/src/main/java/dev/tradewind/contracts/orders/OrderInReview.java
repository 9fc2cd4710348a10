package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * The order looks like fraud: it waits for an operator to release or cancel it.
 */
public record OrderInReview(OrderDocument order) implements Event {}
