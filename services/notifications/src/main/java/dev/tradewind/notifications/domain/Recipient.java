package dev.tradewind.notifications.domain;

import dev.tradewind.notifications.domain.RecipientEvent.EmailRemoved;
import dev.tradewind.notifications.domain.RecipientEvent.EmailSet;
import dev.tradewind.notifications.domain.RecipientEvent.SecretRotated;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookRegistered;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookRemoved;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookSwitchedOff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A customer as somebody to tell.
 *
 * @param email the address to write to; empty when there is none
 * @param webhooks those that were not removed, oldest first
 */
public record Recipient(Optional<String> email, List<Webhook> webhooks) {

  /** How long the secret before still counts after it was replaced. */
  public static final Duration RETIREMENT = Duration.ofDays(1);

  static final Recipient UNKNOWN = new Recipient(Optional.empty(), List.of());

  public Recipient {
    webhooks = List.copyOf(webhooks);
  }

  public Optional<Webhook> webhook(String id) {
    return webhooks.stream().filter(webhook -> webhook.id().equals(id)).findFirst();
  }

  /** Where this is to be told: webhooks by their ids, and the e-mail address as an empty one. */
  public List<Optional<String>> targets(NoticeType type) {
    return Stream.concat(
        webhooks.stream().filter(webhook -> webhook.wants(type)).map(webhook -> Optional.of(webhook.id())),
        email.stream().map(address -> Optional.<String>empty())).toList();
  }

  Recipient after(RecipientEvent event, Instant at) {
    return switch (event) {
      case WebhookRegistered(var id, var url, var types, var secret) -> new Recipient(email, Stream.concat(
          webhooks.stream(), Stream.of(new Webhook(id, url, types, secret, Optional.empty(), Optional.empty()))).toList());
      case SecretRotated(var id, var secret) -> change(id, webhook -> webhook.with(secret, at.plus(RETIREMENT)));
      case WebhookRemoved(var id) -> new Recipient(email, webhooks.stream().filter(webhook -> !webhook.id().equals(id)).toList());
      case WebhookSwitchedOff(var id, var why) -> change(id, webhook -> webhook.off(why));
      case EmailSet(var address) -> new Recipient(Optional.of(address), webhooks);
      case EmailRemoved() -> new Recipient(Optional.empty(), webhooks);
    };
  }

  private Recipient change(String id, UnaryOperator<Webhook> how) {
    return new Recipient(email, webhooks.stream().map(webhook -> webhook.id().equals(id) ? how.apply(webhook) : webhook).toList());
  }
}
