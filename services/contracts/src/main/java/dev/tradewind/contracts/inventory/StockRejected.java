package dev.tradewind.contracts.inventory;

import dev.tradewind.core.Event;
import java.util.List;

/**
 * Nothing is set aside for the order, and never will be.
 *
 * @param reason {@code out-of-stock}, {@code unknown-sku} or {@code released}
 * @param skus the products that were the reason; empty when it was none of them
 */
public record StockRejected(String orderId, String reason, List<String> skus) implements Event {}
