package dev.tradewind.contracts.orders;

import dev.tradewind.contracts.Money;
import java.util.List;
import java.util.Optional;

/**
 * An order as it is at one version, whole: who keeps a copy needs no earlier event. The version is the message's sequence.
 *
 * @param state such as {@code CONFIRMED}
 * @param reason why it was rejected, is being cancelled or needs attention
 */
public record OrderDocument(
    String orderId, String customerId, String state, Optional<String> reason, Money total, List<OrderLine> lines) {}
