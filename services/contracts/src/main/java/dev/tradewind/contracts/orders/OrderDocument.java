package dev.tradewind.contracts.orders;

import dev.tradewind.contracts.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it is at one version, whole: who keeps a copy needs no earlier event. The version is the message's sequence.
 *
 * @param state such as {@code CONFIRMED}
 * @param reason why it was rejected, is being cancelled, needs attention or is in review
 * @param placedAt when it was accepted; orders told before this field was do not say
 * @param country where it goes, as an ISO 3166 code of two letters; orders told before this field was do not say
 */
public record OrderDocument(
    String orderId,
    String customerId,
    String state,
    Optional<String> reason,
    Money total,
    List<OrderLine> lines,
    Optional<Instant> placedAt,
    Optional<String> country) {}
