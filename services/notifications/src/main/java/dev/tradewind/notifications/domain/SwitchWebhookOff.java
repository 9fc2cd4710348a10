package dev.tradewind.notifications.domain;

import dev.tradewind.core.Check;
import dev.tradewind.core.Command;

/** From a delivery to the recipient, within this service: the consumer of this webhook wants nothing any more. */
public record SwitchWebhookOff(String customerId, String webhookId, String why) implements Command {

  public SwitchWebhookOff {
    Check.notBlank(customerId, "customerId");
    Check.notBlank(webhookId, "webhookId");
    Check.notBlank(why, "why");
  }
}
