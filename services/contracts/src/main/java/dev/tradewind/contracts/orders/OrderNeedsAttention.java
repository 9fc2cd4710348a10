package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * A step can be neither finished nor undone: an operator must decide.
 */
public record OrderNeedsAttention(OrderDocument order) implements Event {}
