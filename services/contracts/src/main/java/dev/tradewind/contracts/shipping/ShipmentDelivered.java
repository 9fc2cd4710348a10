package dev.tradewind.contracts.shipping;

import dev.tradewind.core.Event;

/**
 * The parcel reached the customer.
 */
public record ShipmentDelivered(String orderId, String trackingNumber) implements Event {}
