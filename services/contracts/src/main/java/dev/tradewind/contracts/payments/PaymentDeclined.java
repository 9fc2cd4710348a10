package dev.tradewind.contracts.payments;

import dev.tradewind.core.Event;

/**
 * No money is on hold for the order, and none will be.
 */
public record PaymentDeclined(String orderId, String reason) implements Event {}
