package dev.tradewind.notifications.domain;

import dev.tradewind.core.Types;
import java.util.Collection;
import java.util.Set;

/** What happened to a recipient. */
public sealed interface RecipientEvent {

  /** Their names in the journal. */
  Collection<Types.Type> RECORDS = Types.records("notifications",
      WebhookRegistered.class, SecretRotated.class, WebhookRemoved.class, WebhookSwitchedOff.class, EmailSet.class, EmailRemoved.class);

  /** This URL is called from now on. */
  record WebhookRegistered(String webhookId, String url, Set<NoticeType> types, Secret secret) implements RecipientEvent {}

  /** There is a new secret. */
  record SecretRotated(String webhookId, Secret secret) implements RecipientEvent {}

  /** The webhook is no more. */
  record WebhookRemoved(String webhookId) implements RecipientEvent {}

  /** The webhook is called no more. */
  record WebhookSwitchedOff(String webhookId, String why) implements RecipientEvent {}

  /** This address is written to from now on. A record prints what it holds: nobody prints this one. */
  record EmailSet(String address) implements RecipientEvent {

    @Override
    public String toString() {
      return "EmailSet[***]";
    }
  }

  /** No address is written to. */
  record EmailRemoved() implements RecipientEvent {}
}
