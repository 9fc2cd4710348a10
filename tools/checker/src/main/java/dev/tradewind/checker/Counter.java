package dev.tradewind.checker;

/**
 * What one stock counter shows; a SKU may have many.
 *
 * @param id names the counter
 * @param sku the product
 * @param available units that can be reserved
 * @param received units that ever arrived on it
 */
public record Counter(String id, String sku, long available, long received) {}
