package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Command;

/**
 * Asks shipping to let go of a parcel that it holds.
 */
public record ResumeShipment(String orderId) implements Command {}
