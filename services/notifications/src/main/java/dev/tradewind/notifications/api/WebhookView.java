package dev.tradewind.notifications.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradewind.notifications.domain.NoticeType;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookRegistered;
import dev.tradewind.notifications.domain.Webhook;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A webhook as its owner sees it.
 *
 * @param status {@code ON} or {@code OFF}
 * @param offBecause why it is off
 * @param secret what its messages are signed with; shown in answer to its registration only
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record WebhookView(
    String webhookId, String url, List<String> eventTypes, String status, Optional<String> offBecause, Optional<String> secret) {

  /** All webhooks of a customer: at most twenty. */
  @RegisterForReflection
  record All(List<WebhookView> webhooks) {}

  static WebhookView of(Webhook webhook) {
    return new WebhookView(webhook.id(), webhook.url(), names(webhook.types()),
        webhook.isOn() ? "ON" : "OFF", webhook.offBecause(), Optional.empty());
  }

  static WebhookView registered(WebhookRegistered event) {
    return new WebhookView(event.webhookId(), event.url(), names(event.types()), "ON", Optional.empty(), Optional.of(event.secret().value()));
  }

  private static List<String> names(Collection<NoticeType> types) {
    return types.stream().sorted().map(NoticeType::publicName).toList();
  }
}
