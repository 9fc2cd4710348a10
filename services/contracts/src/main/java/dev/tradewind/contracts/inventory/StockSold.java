package dev.tradewind.contracts.inventory;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Event;
import java.util.List;

/**
 * What was set aside for the order has left the stock for good.
 */
public record StockSold(String orderId, List<Quantity> lines) implements Event {}
