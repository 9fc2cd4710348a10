package dev.tradewind.notifications.webhook;

import dev.tradewind.core.StreamHandler;
import dev.tradewind.notifications.domain.DeliveryCommand.Busy;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Off;
import dev.tradewind.notifications.domain.DeliveryCommand.Outcome;
import dev.tradewind.notifications.domain.Notice;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientDecider;
import dev.tradewind.notifications.domain.RecipientEvent;
import dev.tradewind.notifications.domain.Webhook;
import dev.tradewind.quarkus.ReturnToContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One attempt at a webhook: is it still on, may its URL be called, and what does its consumer say. */
@Singleton
public final class Webhooks {

  private final StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients;
  private final RecipientDecider decider = new RecipientDecider();
  private final Endpoints endpoints;
  private final WebhookClient client;
  private final InstantSource clock;
  private final Duration timeout;
  private final Lanes lanes;

  Webhooks(
      StreamHandler<Recipient, RecipientCommand, RecipientEvent> recipients,
      Endpoints endpoints,
      WebhookClient client,
      InstantSource clock,
      @ConfigProperty(name = "tradewind.notifications.webhook.timeout-millis") long timeoutMillis,
      @ConfigProperty(name = "tradewind.notifications.webhook.calls-at-once") int callsAtOnce) {
    this.recipients = recipients;
    this.endpoints = endpoints;
    this.client = client;
    this.clock = clock;
    this.timeout = Duration.ofMillis(timeoutMillis);
    this.lanes = new Lanes(callsAtOnce);
  }

  /** Fails only when we cannot look the webhook up; whatever a consumer does is an outcome. */
  public Uni<Outcome> post(Notice notice) {
    var webhookId = notice.webhookId().orElseThrow();
    return Uni.createFrom().deferred(() -> {
      if (!lanes.enter(webhookId)) {
        return Uni.createFrom().item(new Busy());
      }
      return attempt(notice, webhookId)
          .onItem().invoke(outcome -> lanes.leave(webhookId, !(outcome instanceof NotArrived)))
          .onFailure().invoke(failure -> lanes.leave(webhookId, true))
          .onCancellation().invoke(() -> lanes.leave(webhookId, true));
    });
  }

  private Uni<Outcome> attempt(Notice notice, String webhookId) {
    return recipients.load(NotificationIds.recipientStream(notice.customerId()))
        .flatMap(history -> history.fold(decider).webhook(webhookId)
            .map(webhook -> webhook.offBecause()
                .map(why -> off("the webhook is switched off: " + why))
                .orElseGet(() -> call(webhook, notice)))
            .orElseGet(() -> off("the webhook was removed")));
  }

  private Uni<Outcome> call(Webhook webhook, Notice notice) {
    return ReturnToContext.afterwards(() -> endpoints.find(webhook.url())
            .flatMap(endpoint -> {
              var now = clock.instant();
              return client.post(endpoint, WebhookRequest.of(notice, webhook.secretsAt(now), now)).map(answer -> Answers.meaning(answer, now));
            })
            .ifNoItem().after(timeout).failWith(TimeoutException::new))
        .onFailure().recoverWithItem(Answers::meaning);
  }

  private static Uni<Outcome> off(String why) {
    return Uni.createFrom().item(new Off(why));
  }
}
