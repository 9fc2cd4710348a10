package dev.tradewind.aws;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A delivery from a {@link Queue}. */
final class Received implements Delivery {

  private static final Logger LOG = Logger.getLogger(QueueConsumer.class);

  private static final int LONGEST_REASON = 256;

  private final Message message;
  private final Instant since;
  private final Queue queue;
  private final String queueName;
  private final Backoff backoff;
  private final Consumer<Received> settled;
  private final AtomicReference<Uni<Void>> settlement = new AtomicReference<>();

  /** @param settled called once, when the settlement has ended, well or not */
  Received(Message message, Instant since, Queue queue, String queueName, Backoff backoff, Consumer<Received> settled) {
    this.message = message;
    this.since = since;
    this.queue = queue;
    this.queueName = queueName;
    this.backoff = backoff;
    this.settled = settled;
  }

  @Override
  public String body() {
    return message.body();
  }

  @Override
  public Map<String, String> attributes() {
    var text = new HashMap<String, String>();
    message.messageAttributes().forEach((name, value) -> {
      if (value.stringValue() != null) {
        text.put(name, value.stringValue());
      }
    });
    return text;
  }

  @Override
  public int receiveCount() {
    return Integer.parseInt(message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
  }

  @Override
  public Optional<Duration> waited() {
    return receiveCount() > 1 ? Optional.empty() : Optional.ofNullable(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP))
        .map(sent -> Duration.between(Instant.ofEpochMilli(Long.parseLong(sent)), since)).map(Received::atLeastNothing);
  }

  /** The queue's clock may be ahead of ours. */
  private static Duration atLeastNothing(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  @Override
  public Uni<Void> acknowledge() {
    return settle("acknowledge", () -> queue.delete(message));
  }

  @Override
  public Uni<Void> retry(Throwable cause) {
    return settle("retry", () -> {
      var wait = backoff.after(receiveCount());
      LOG.infof("delivery comes back: queue=%s receives=%d afterMillis=%d error=%s", queueName, receiveCount(), wait.toMillis(), Errors.names(cause));
      return queue.hide(message, wait);
    });
  }

  @Override
  public Uni<Void> deadLetter(String reason) {
    return settle("dead-letter", () -> {
      var kept = Errors.line(reason, LONGEST_REASON);
      LOG.warnf("delivery dead-lettered: queue=%s receives=%d reason=%s", queueName, receiveCount(), kept);
      return queue.bury(message, kept).flatMap(buried -> queue.delete(message));
    });
  }

  /** Nobody wants it here: others may have it at once. */
  Uni<Void> release() {
    return settle("release", () -> queue.hide(message, Duration.ZERO));
  }

  boolean isOpen() {
    return settlement.get() == null;
  }

  Instant since() {
    return since;
  }

  Uni<Void> extend(Duration visibility) {
    return queue.hide(message, visibility);
  }

  private Uni<Void> settle(String how, Supplier<Uni<? extends Void>> action) {
    return Uni.createFrom().deferred(() -> {
      Uni<Void> mine = Uni.createFrom().<Void>deferred(action)
          .onFailure().invoke(failure -> LOG.warnf(
              "%s failed, the message comes back: queue=%s receives=%d error=%s", how, queueName, receiveCount(), Errors.summary(failure)))
          .onFailure().recoverWithNull()
          .invoke(() -> settled.accept(this))
          .memoize().indefinitely();
      var earlier = settlement.compareAndExchange(null, mine);
      return earlier == null ? mine : earlier;
    });
  }
}
