package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Command;

/**
 * Asks shipping to keep the parcel here until it hears more.
 */
public record HoldShipment(String orderId) implements Command {}
