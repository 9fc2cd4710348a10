package dev.tradewind.gateway.composition;

import java.util.Map;

/**
 * An order and what belongs to it.
 *
 * @param names of its products, by SKU; without those the catalog does not know
 */
public record ComposedOrder(Order order, Part<Payment> payment, Part<Shipment> shipment, Part<Map<String, String>> names) {}
