package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Command;

/**
 * Asks shipping to cancel the booking, or never to book.
 */
public record CancelShipment(String orderId) implements Command {}
