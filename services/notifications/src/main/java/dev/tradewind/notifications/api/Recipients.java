package dev.tradewind.notifications.api;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.domain.Recipient;
import dev.tradewind.notifications.domain.RecipientCommand;
import dev.tradewind.notifications.domain.RecipientDecider;
import dev.tradewind.notifications.domain.RecipientEvent;
import dev.tradewind.notifications.domain.Webhook;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The recipients' streams, as requests use them: what a request asked for once is answered from the commit it led to. */
@Singleton
final class Recipients {

  private final StreamHandler<Recipient, RecipientCommand, RecipientEvent> handler;
  private final RecipientDecider decider = new RecipientDecider();

  Recipients(StreamHandler<Recipient, RecipientCommand, RecipientEvent> handler) {
    this.handler = handler;
  }

  Uni<Recipient> find(String customerId) {
    return load(customerId).map(history -> history.fold(decider));
  }

  Uni<Webhook> webhook(String customerId, String webhookId) {
    return find(customerId).map(recipient -> recipient.webhook(webhookId).orElseThrow(Recipients::noWebhook));
  }

  /** What this request led to, now or before; empty when it changed nothing. */
  Uni<Optional<Commit<RecipientEvent>>> handle(String customerId, String request, RecipientCommand command) {
    var cause = cause(customerId, request);
    return handler.handle(cause, NotificationIds.recipientStream(customerId), command).map(result -> switch (result) {
      case Result.Committed<Recipient, RecipientEvent>(var history, var recipient) -> history.causedBy(cause.id());
      case Result.Repeated<Recipient, RecipientEvent>(var history, var recipient, var commit) -> Optional.of(commit);
      case Result.Unchanged<Recipient, RecipientEvent> _ -> Optional.empty();
      case Result.Refused<Recipient, RecipientEvent>(var recipient, var code, var detail) -> throw Problem.of(409, code, detail);
      case Result.Postponed<Recipient, RecipientEvent> _ -> throw new IllegalStateException("nothing of a recipient waits");
    });
  }

  /** What this request led to before. */
  Uni<Optional<Commit<RecipientEvent>>> earlier(String customerId, String request) {
    return load(customerId).map(history -> history.causedBy(cause(customerId, request).id()));
  }

  /** The one event that such a request leads to. */
  static <E extends RecipientEvent> E event(Commit<RecipientEvent> commit, Class<E> type) {
    return type.cast(commit.events().getFirst());
  }

  static Problem noWebhook() {
    return Problem.of(404, "webhook-not-found", "The customer has no webhook with this id.");
  }

  static Problem keyReused() {
    return Problem.of(422, "idempotency-key-reused",
        "Something else was asked for under this Idempotency-Key: use a new key, or send the same body to repeat the first request.");
  }

  private Uni<History<RecipientEvent>> load(String customerId) {
    return handler.load(NotificationIds.recipientStream(customerId));
  }

  private static Cause cause(String customerId, String request) {
    return Cause.request(request, customerId, Traces.current());
  }
}
