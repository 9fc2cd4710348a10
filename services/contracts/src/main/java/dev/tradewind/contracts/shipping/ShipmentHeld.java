package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Event;

/**
 * The parcel stays here until somebody resumes or cancels it.
 */
public record ShipmentHeld(String orderId) implements Event {}
