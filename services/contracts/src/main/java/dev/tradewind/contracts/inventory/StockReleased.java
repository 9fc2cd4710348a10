package dev.tradewind.contracts.inventory;

import dev.tradewind.core.Event;

/**
 * What was set aside for the order is available again, and nothing will be set aside for it any more.
 */
public record StockReleased(String orderId) implements Event {}
