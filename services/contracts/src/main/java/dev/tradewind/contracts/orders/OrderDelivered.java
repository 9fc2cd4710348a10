package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * The parcel reached the customer: the order has ended well.
 */
public record OrderDelivered(OrderDocument order) implements Event {}
