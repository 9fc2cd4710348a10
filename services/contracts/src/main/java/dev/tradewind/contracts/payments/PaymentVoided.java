package dev.tradewind.contracts.payments;

import dev.tradewind.core.Event;

/**
 * No money is on hold for the order any more.
 */
public record PaymentVoided(String orderId) implements Event {}
