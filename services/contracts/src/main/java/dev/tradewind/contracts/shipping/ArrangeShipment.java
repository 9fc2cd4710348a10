package dev.tradewind.contracts.shipping;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Command;
import java.util.List;

/**
 * Asks shipping to book a carrier. The parcel waits until the order is confirmed.
 */
public record ArrangeShipment(String orderId, Address shipTo, List<Quantity> lines) implements Command {}
