package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Event;

/**
 * No carrier is booked, and none will be.
 */
public record ShipmentRefused(String orderId, String reason) implements Event {}
