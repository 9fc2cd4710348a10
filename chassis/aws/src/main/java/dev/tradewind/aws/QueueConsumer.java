package dev.tradewind.aws;

import dev.tradewind.core.Check;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Takes messages from one SQS queue for as long as it lives: several long polls, no more messages than there is demand for, a heartbeat for
 * slow handlers, batched deletes, recovery from any error, and a drain at the end.
 */
public final class QueueConsumer {

  private final Options options;
  private final Queue queue;
  private final InstantSource clock;
  private final Backoff backoff;
  private final InFlight inFlight;
  private final Outlets outlets;
  private final Condition condition;
  private final Polling polling;
  private final Uni<Void> drain;

  public QueueConsumer(SqsAsyncClient sqs, Options options) {
    this(sqs, options, Timer.shared(), Backoff.RANDOM);
  }

  private QueueConsumer(SqsAsyncClient sqs, Options options, Timer timer, DoubleSupplier chance) {
    this(new SqsQueue(Check.notNull(sqs, "sqs"), Check.notNull(options, "options"), timer, chance), options, timer, InstantSource.system(), chance);
  }

  QueueConsumer(Queue queue, Options options, Timer timer, InstantSource clock, DoubleSupplier chance) {
    this.queue = queue;
    this.options = options;
    this.clock = clock;
    this.backoff = new Backoff(Duration.ZERO, options.backoffBase(), options.backoffCap(), chance);
    this.inFlight = new InFlight(options, timer, clock, this::poll);
    this.outlets = new Outlets(options.maxInFlight(), inFlight::count, this::poll);
    this.condition = new Condition(options.queue(), clock);
    this.polling = new Polling(queue, options, outlets, this::received, condition, timer, chance);
    this.drain = Uni.createFrom().deferred(this::finish).memoize().indefinitely();
  }

  /**
   * The deliveries. Subscribers compete for them; each gets only what it requested. The stream never fails, and completes when the
   * consumer is drained. What a subscriber that cancels was not handed yet goes back to the queue.
   */
  public Multi<Delivery> deliveries() {
    return Multi.createFrom().publisher(outlets);
  }

  /**
   * Takes nothing more from the queue, and completes when the deliveries in flight are settled, or the drain timeout is over. Messages that
   * a poll was just about to bring come back to other consumers after the visibility timeout.
   */
  public Uni<Void> drain() {
    return drain;
  }

  public Health health() {
    return condition.health();
  }

  private void poll() {
    polling.poll();
  }

  private void received(int places, List<Message> messages) {
    var now = clock.instant();
    var deliveries = messages.stream().map(message -> new Received(message, now, queue, options.queue(), backoff, inFlight::remove)).toList();
    deliveries.forEach(inFlight::add);
    outlets.fill(places, deliveries);
  }

  private Uni<Void> finish() {
    condition.draining(inFlight.count());
    outlets.close();
    polling.giveUp();
    return inFlight.end().invoke(() -> {
      condition.stopped(inFlight.count());
      outlets.complete();
    });
  }

  /** What a consumer is doing. */
  public enum State {
    /** All is well. */
    RECEIVING,
    /** The last poll failed; it is trying again until it works. */
    RECOVERING,
    /** It takes nothing more and finishes what it has. */
    DRAINING,
    /** It has finished. */
    STOPPED
  }

  /**
   * How a consumer is.
   *
   * @param since when this state began
   * @param error what went wrong last, while it is recovering
   * @param lastPoll when the queue last answered; without demand there is no poll
   */
  public record Health(State state, Instant since, Optional<String> error, Optional<Instant> lastPoll) {}

  /**
   * How to consume.
   *
   * @param queue the name of the queue; its dead-letter queue is {@code <queue>-dlq}
   * @param polls the most long polls at the same time, 1 or more
   * @param longPoll how long a poll waits for messages, 0 to 20 whole seconds
   * @param maxInFlight the most deliveries that are not settled, 1 or more
   * @param visibility how long a message stays invisible after a sign of life from here, 1 second or more, in whole seconds
   * @param maxHandling how long a handler may work before it is taken for lost
   * @param backoffBase the longest time before a message that failed once comes back
   * @param backoffCap the longest time before any message that failed comes back
   * @param drainTimeout how long a drain may take
   * @param linger how long a delete may wait for others to share its request
   */
  public record Options(
      String queue,
      int polls,
      Duration longPoll,
      int maxInFlight,
      Duration visibility,
      Duration maxHandling,
      Duration backoffBase,
      Duration backoffCap,
      Duration drainTimeout,
      Duration linger) {

    public Options {
      Check.notBlank(queue, "queue");
      Check.that(polls >= 1, "polls start at 1, but are %d", polls);
      Check.that(whole(longPoll) && longPoll.compareTo(Duration.ofSeconds(20)) <= 0, "longPoll must be 0 to 20 whole seconds, but is %s", longPoll);
      Check.that(maxInFlight >= 1, "maxInFlight starts at 1, but is %d", maxInFlight);
      Check.that(whole(visibility) && visibility.isPositive(), "visibility must be 1 or more whole seconds, but is %s", visibility);
      Check.that(maxHandling.compareTo(visibility) >= 0, "maxHandling must be at least the visibility, but is %s", maxHandling);
      Check.that(backoffBase.isPositive() && backoffBase.compareTo(backoffCap) <= 0, "backoffBase must be positive and at most backoffCap, but is %s", backoffBase);
      Check.that(drainTimeout.isPositive(), "drainTimeout must be positive, but is %s", drainTimeout);
      Check.that(!linger.isNegative(), "linger must not be negative, but is %s", linger);
    }

    /** 2 polls of 20 s, 64 in flight, visibility 10 s, handling 10 min, back-off 1 s to 30 s, drain 20 s, linger 40 ms: nobody waits for a delete. */
    public static Options of(String queue) {
      return new Options(
          queue, 2, Duration.ofSeconds(20), 64, Duration.ofSeconds(10), Duration.ofMinutes(10),
          Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(20), Duration.ofMillis(40));
    }

    public Options withMaxInFlight(int most) {
      return new Options(queue, polls, longPoll, most, visibility, maxHandling, backoffBase, backoffCap, drainTimeout, linger);
    }

    private static boolean whole(Duration time) {
      return !time.isNegative() && time.getNano() == 0;
    }
  }
}
