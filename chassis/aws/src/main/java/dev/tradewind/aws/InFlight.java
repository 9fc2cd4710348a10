package dev.tradewind.aws;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The deliveries that are not settled yet. While a handler works, a heartbeat keeps its message invisible; a handler that works longer than
 * the longest handling time is taken for lost.
 */
final class InFlight {

  private static final Logger LOG = Logger.getLogger(QueueConsumer.class);
  private static final int BEATS_PER_VISIBILITY = 3;

  private final QueueConsumer.Options options;
  private final Timer timer;
  private final InstantSource clock;
  private final Runnable fewer;
  private final Set<Received> deliveries = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean beating = new AtomicBoolean();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private volatile boolean closing;

  /** @param fewer called when there is room for another delivery */
  InFlight(QueueConsumer.Options options, Timer timer, InstantSource clock, Runnable fewer) {
    this.options = options;
    this.timer = timer;
    this.clock = clock;
    this.fewer = fewer;
  }

  int count() {
    return deliveries.size();
  }

  void add(Received delivery) {
    deliveries.add(delivery);
    beatLater();
  }

  void remove(Received delivery) {
    if (deliveries.remove(delivery)) {
      endWhenEmpty();
      fewer.run();
    }
  }

  /** Completes when the last delivery is settled, or when that takes too long. */
  Uni<Void> end() {
    closing = true;
    endWhenEmpty();
    var tooLate = timer.after(options.drainTimeout(), () -> over.complete(null));
    return Uni.createFrom().completionStage(over).invoke(tooLate::cancel);
  }

  private void endWhenEmpty() {
    if (closing && deliveries.isEmpty()) {
      over.complete(null);
    }
  }

  private void beatLater() {
    if (beating.compareAndSet(false, true)) {
      timer.after(options.visibility().dividedBy(BEATS_PER_VISIBILITY), this::beat);
    }
  }

  private void beat() {
    beating.set(false);
    if (over.isDone()) {
      return;
    }
    var now = clock.instant();
    var lost = deliveries.stream().filter(delivery -> delivery.since().plus(options.maxHandling()).isBefore(now)).toList();
    lost.forEach(this::giveUp);
    extend(deliveries.stream().filter(Received::isOpen).toList());
    if (!deliveries.isEmpty()) {
      beatLater();
    }
  }

  private void giveUp(Received delivery) {
    LOG.warnf(
        "delivery given up, no longer kept invisible: queue=%s receives=%d handlingSeconds=%d",
        options.queue(), delivery.receiveCount(), Duration.between(delivery.since(), clock.instant()).toSeconds());
    remove(delivery);
  }

  private void extend(List<Received> open) {
    for (var delivery : open) {
      delivery.extend(options.visibility()).subscribe().with(
          extended -> {},
          failure -> LOG.debugf("heartbeat failed: queue=%s receives=%d error=%s", options.queue(), delivery.receiveCount(), Errors.summary(failure)));
    }
  }
}
