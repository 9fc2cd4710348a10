package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * An order was accepted. It will reach an end.
 */
public record OrderPlaced(OrderDocument order) implements Event {}
