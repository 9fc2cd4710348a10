/**
 * How reservations become transactions. What touches the same product and arrives together shares one, so that a product that
 * everybody wants costs one write of its counter for many orders, and this process never gets in its own way.
 *
 * <p>No AWS and no framework here: the table stands behind {@link dev.tradewind.inventory.grouping.StockStore}, waiting behind
 * {@link dev.tradewind.inventory.grouping.Pause}, chance behind {@link dev.tradewind.inventory.grouping.Jitter}.
 */
package dev.tradewind.inventory.grouping;
