package dev.tradewind.contracts.payments;

import dev.tradewind.core.Command;

/**
 * Asks payments to give back the money that was taken, or never to take it.
 */
public record RefundPayment(String orderId) implements Command {}
