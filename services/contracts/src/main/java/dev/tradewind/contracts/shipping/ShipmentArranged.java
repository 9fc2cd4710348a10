package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Event;

/**
 * A carrier is booked.
 */
public record ShipmentArranged(String orderId, String trackingNumber) implements Event {}
