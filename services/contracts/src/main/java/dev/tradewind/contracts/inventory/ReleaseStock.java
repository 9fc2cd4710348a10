package dev.tradewind.contracts.inventory;

import dev.tradewind.core.Command;

/**
 * Asks inventory to give back what it set aside for an order, or never to set it aside.
 */
public record ReleaseStock(String orderId) implements Command {}
