package dev.tradewind.notifications.domain;

import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.core.Check;
import java.time.Instant;
import java.util.Optional;

/**
 * What is told to whom.
 *
 * @param deliveryId names this telling; consumers recognise a repeat by it
 * @param customerId whose doing it is
 * @param webhookId which of the customer's webhooks is called; empty for the e-mail address
 * @param type what happened
 * @param at when it happened
 * @param order the order as it was then; empty when no order is meant
 */
public record Notice(
    String deliveryId, String customerId, Optional<String> webhookId, NoticeType type, Instant at, Optional<OrderDocument> order) {

  public Notice {
    Check.notBlank(deliveryId, "deliveryId");
    Check.notBlank(customerId, "customerId");
    Check.notNull(webhookId, "webhookId");
    Check.notNull(type, "type");
    Check.notNull(at, "at");
    Check.notNull(order, "order");
  }
}
