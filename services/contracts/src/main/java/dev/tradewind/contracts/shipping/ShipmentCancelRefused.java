package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Event;

/**
 * The parcel is on its way: it is too late to cancel.
 */
public record ShipmentCancelRefused(String orderId, String reason) implements Event {}
