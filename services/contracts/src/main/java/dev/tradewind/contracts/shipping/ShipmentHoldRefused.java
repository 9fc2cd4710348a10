package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Event;

/**
 * The parcel is on its way: it is too late to hold it.
 */
public record ShipmentHoldRefused(String orderId, String reason) implements Event {}
