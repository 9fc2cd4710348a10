package dev.tradewind.notifications.domain;

import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.notifications.domain.RecipientCommand.Register;
import dev.tradewind.notifications.domain.RecipientCommand.Remove;
import dev.tradewind.notifications.domain.RecipientCommand.RemoveEmail;
import dev.tradewind.notifications.domain.RecipientCommand.Rotate;
import dev.tradewind.notifications.domain.RecipientCommand.SetEmail;
import dev.tradewind.notifications.domain.RecipientCommand.SwitchOff;
import dev.tradewind.notifications.domain.RecipientEvent.EmailRemoved;
import dev.tradewind.notifications.domain.RecipientEvent.EmailSet;
import dev.tradewind.notifications.domain.RecipientEvent.SecretRotated;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookRegistered;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookRemoved;
import dev.tradewind.notifications.domain.RecipientEvent.WebhookSwitchedOff;
import java.time.Instant;
import java.util.List;

/** Keeps whom to tell. It sends nothing. */
public final class RecipientDecider implements Decider<Recipient, RecipientCommand, RecipientEvent> {

  /** Webhooks a customer can have, those switched off included. */
  public static final int MOST_WEBHOOKS = 20;

  @Override
  public Recipient initial() {
    return Recipient.UNKNOWN;
  }

  @Override
  public Recipient evolve(Recipient recipient, RecipientEvent event, Instant at) {
    return recipient.after(event, at);
  }

  @Override
  public Decision<RecipientEvent> decide(Recipient recipient, RecipientCommand command, Instant now) {
    return switch (command) {
      case Register(var id, var url, var types, var secret) when recipient.webhooks().size() >= MOST_WEBHOOKS ->
          Decision.refuse("too-many-webhooks", "A customer has at most %d webhooks: delete one first.".formatted(MOST_WEBHOOKS));
      case Register(var id, var url, var types, var secret) -> change(new WebhookRegistered(id, url, types, secret));
      case Rotate(var id, var secret) -> recipient.webhook(id).isPresent() ? change(new SecretRotated(id, secret)) : Decision.nothing();
      case Remove(var id) -> recipient.webhook(id).isPresent() ? change(new WebhookRemoved(id)) : Decision.nothing();
      case SwitchOff(var id, var why) -> recipient.webhook(id).filter(Webhook::isOn).isPresent()
          ? change(new WebhookSwitchedOff(id, why))
          : Decision.nothing();
      case SetEmail(var address) -> recipient.email().filter(address::equals).isPresent() ? Decision.nothing() : change(new EmailSet(address));
      case RemoveEmail() -> recipient.email().isPresent() ? change(new EmailRemoved()) : Decision.nothing();
    };
  }

  private static Decision<RecipientEvent> change(RecipientEvent event) {
    return Decision.change(List.of(event));
  }
}
