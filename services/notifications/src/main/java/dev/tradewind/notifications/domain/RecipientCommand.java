package dev.tradewind.notifications.domain;

import java.util.Set;

/** What can be asked of a recipient. */
public sealed interface RecipientCommand {

  /** Call this URL from now on. */
  record Register(String webhookId, String url, Set<NoticeType> types, Secret secret) implements RecipientCommand {}

  /** Sign with this secret from now on, and with the one before for a day. */
  record Rotate(String webhookId, Secret secret) implements RecipientCommand {}

  /** Forget this webhook. */
  record Remove(String webhookId) implements RecipientCommand {}

  /** Call this webhook no more, and show why. */
  record SwitchOff(String webhookId, String why) implements RecipientCommand {}

  /** Write to this address from now on. */
  record SetEmail(String address) implements RecipientCommand {}

  /** Write no more. */
  record RemoveEmail() implements RecipientCommand {}
}
