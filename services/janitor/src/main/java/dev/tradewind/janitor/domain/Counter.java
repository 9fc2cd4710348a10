package dev.tradewind.janitor.domain;

/**
 * What one counter of the stock shows; a product may have several.
 *
 * @param available units that can be reserved
 * @param received units that ever came
 */
public record Counter(String sku, long available, long received) {}
