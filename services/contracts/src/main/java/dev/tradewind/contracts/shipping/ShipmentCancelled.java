package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Event;

/**
 * Nothing is booked for the order any more, and nothing will be.
 */
public record ShipmentCancelled(String orderId) implements Event {}
