package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * An operator released the order: it goes on where it stood.
 */
public record OrderReviewReleased(OrderDocument order) implements Event {}
