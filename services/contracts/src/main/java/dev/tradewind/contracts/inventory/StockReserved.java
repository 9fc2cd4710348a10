package dev.tradewind.contracts.inventory;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Event;
import java.util.List;

/**
 * All lines of the order are set aside for it.
 */
public record StockReserved(String orderId, List<Quantity> lines) implements Event {}
