package dev.tradewind.contracts.payments;

import dev.tradewind.core.Command;

/**
 * Asks payments to take the money that is on hold for the order.
 */
public record CapturePayment(String orderId) implements Command {}
