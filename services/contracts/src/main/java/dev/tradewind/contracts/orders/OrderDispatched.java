package dev.tradewind.contracts.orders;

import dev.tradewind.core.Event;

/**
 * The parcel is on its way: the order can no longer be cancelled.
 */
public record OrderDispatched(OrderDocument order) implements Event {}
