package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * Stock is set aside, the carrier is booked and the money was taken: the order can be sent.
 */
public record OrderConfirmed(OrderDocument order) implements Event {}
