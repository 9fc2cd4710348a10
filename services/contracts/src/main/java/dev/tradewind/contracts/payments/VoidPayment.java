package dev.tradewind.contracts.payments;

import dev.tradewind.core.Command;

/**
 * Asks payments to let go of the money on hold, or never to put it on hold.
 */
public record VoidPayment(String orderId) implements Command {}
