package dev.tradewind.notifications.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.notifications.domain.Delivery.Begun;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/**
 * How one telling stands.
 *
 * @param deliveryId what consumers get as {@code webhook-id}
 * @param webhookId which webhook it is for; absent for an e-mail
 * @param status {@code WAITING}, {@code DELIVERED}, {@code GIVEN_UP} or {@code DROPPED}
 * @param attempts how many were made
 * @param nextAttemptAt when the next one is due
 * @param lastOutcome what came of the last one
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DeliveryView(
    String deliveryId,
    String customerId,
    Optional<String> webhookId,
    String eventType,
    Optional<String> orderId,
    String status,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Optional<String> lastOutcome) {

  static DeliveryView of(Begun begun) {
    var notice = begun.notice();
    return new DeliveryView(
        notice.deliveryId(),
        notice.customerId(),
        notice.webhookId(),
        notice.type().publicName(),
        notice.order().map(OrderDocument::orderId),
        begun.status().name(),
        begun.attempts(),
        begun.due(),
        begun.last());
  }
}
