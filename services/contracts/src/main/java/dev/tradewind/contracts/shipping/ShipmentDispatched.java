package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Event;

/**
 * The carrier took the parcel.
 */
public record ShipmentDispatched(String orderId, String trackingNumber) implements Event {}
