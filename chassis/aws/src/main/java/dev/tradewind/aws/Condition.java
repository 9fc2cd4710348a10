package dev.tradewind.aws;

import dev.tradewind.aws.QueueConsumer.Health;
import dev.tradewind.aws.QueueConsumer.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** How a consumer is, and the log lines that tell when that changes. */
final class Condition {

  private static final Logger LOG = Logger.getLogger(QueueConsumer.class);

  private final String queue;
  private final InstantSource clock;
  private State state = State.RECEIVING;
  private Instant since;
  private Optional<String> error = Optional.empty();
  private Optional<Instant> lastPoll = Optional.empty();

  Condition(String queue, InstantSource clock) {
    this.queue = queue;
    this.clock = clock;
    this.since = clock.instant();
  }

  synchronized void answered() {
    var now = clock.instant();
    lastPoll = Optional.of(now);
    if (state == State.RECOVERING) {
      LOG.infof("receiving again: queue=%s afterSeconds=%d", queue, Duration.between(since, now).toSeconds());
      become(State.RECEIVING);
    }
  }

  synchronized void failed(Throwable failure) {
    if (isEnding()) {
      return;
    }
    var summary = Errors.summary(failure);
    if (state == State.RECEIVING) {
      LOG.warnf("receiving fails, trying again until it works: queue=%s error=%s", queue, summary);
      become(State.RECOVERING);
    }
    error = Optional.of(summary);
  }

  synchronized void draining(int inFlight) {
    LOG.infof("draining: queue=%s inFlight=%d", queue, inFlight);
    become(State.DRAINING);
  }

  synchronized void stopped(int unfinished) {
    LOG.infof("drained: queue=%s unfinished=%d", queue, unfinished);
    become(State.STOPPED);
  }

  synchronized boolean isEnding() {
    return state == State.DRAINING || state == State.STOPPED;
  }

  synchronized Health health() {
    return new Health(state, since, error, lastPoll);
  }

  private void become(State next) {
    state = next;
    since = clock.instant();
    error = Optional.empty();
  }
}
