package dev.tradewind.contracts.inventory;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Command;
import java.util.List;

/**
 * Asks inventory to set aside all lines of an order, or none.
 */
public record ReserveStock(String orderId, List<Quantity> lines) implements Command {}
