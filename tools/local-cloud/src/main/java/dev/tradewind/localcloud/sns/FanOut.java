package dev.tradewind.localcloud.sns;

import dev.tradewind.localcloud.sqs.QueueMessage;
import dev.tradewind.localcloud.sqs.Queues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Takes what was published to a topic to the queues of its subscriptions. */
final class FanOut {

  private static final Logger LOG = LogManager.getLogger(FanOut.class);

  /** What SQS takes. SNS itself sets no limit, and drops a raw message that is over this one. */
  private static final int MOST_RAW_ATTRIBUTES = 10;

  private final Queues queues;

  FanOut(Queues queues) {
    this.queues = queues;
  }

  /** Completes when every message is in every queue that wants it. A queue that is gone loses them, as in SNS. */
  CompletionStage<Void> deliver(List<Publication> publications, List<Subscription> subscriptions) {
    var inputs = publications.stream().map(FilterInput::new).toList();
    var now = Instant.now();
    return CompletableFuture.allOf(subscriptions.stream()
        .map(subscription -> deliver(publications, inputs, subscription, now).toCompletableFuture())
        .toArray(CompletableFuture[]::new));
  }

  private CompletionStage<Void> deliver(
      List<Publication> publications, List<FilterInput> inputs, Subscription subscription, Instant now) {
    var attributes = subscription.attributes();
    var messages = new ArrayList<QueueMessage>();
    for (int i = 0; i < publications.size(); i++) {
      var input = inputs.get(i);
      if (attributes.policy().map(policy -> policy.accepts(input.in(attributes.scope()))).orElse(true)) {
        message(publications.get(i), subscription, now).ifPresent(messages::add);
      }
    }
    if (messages.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return queues.send(subscription.queue(), messages).thenAccept(found -> {
      if (!found) {
        LOG.warn("sns.undeliverable subscription={} queue={} messages={} reason=no-such-queue",
            subscription.arn(), subscription.queue(), messages.size());
      }
    });
  }

  private static Optional<QueueMessage> message(Publication publication, Subscription subscription, Instant now) {
    if (!subscription.attributes().raw()) {
      return Optional.of(new QueueMessage(Envelope.around(publication, subscription, now), Map.of()));
    }
    if (publication.attributes().size() > MOST_RAW_ATTRIBUTES) {
      LOG.warn("sns.undeliverable subscription={} message={} attributes={} reason=too-many-attributes-for-raw-delivery",
          subscription.arn(), publication.messageId(), publication.attributes().size());
      return Optional.empty();
    }
    return Optional.of(new QueueMessage(publication.body(), publication.attributes()));
  }
}
