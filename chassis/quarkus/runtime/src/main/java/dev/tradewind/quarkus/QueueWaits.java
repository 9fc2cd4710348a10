package dev.tradewind.quarkus;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How far this service is behind its queues. A burst lets some messages wait; when even the shortest wait of an interval is long, a
 * backlog stands. That is the measure of <a href="https://www.rfc-editor.org/rfc/rfc8289">CoDel</a>.
 *
 * <p>It says nothing of queues whose messages are sent with a delay, as deadlines are.
 */
@Singleton
public class QueueWaits {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Map<String, Interval> intervals = new ConcurrentHashMap<>();

  public QueueWaits(InstantSource clock, MeterRegistry meters) {
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * @param shortest wait since it began
   * @param before the shortest wait of the interval before it; nothing when no message came then
   */
  private record Interval(Instant from, Duration shortest, Duration before) {

    Interval with(Instant now, Duration waited) {
      Duration age = Duration.between(from, now);
      if (age.compareTo(INTERVAL) < 0) {
        return new Interval(from, waited.compareTo(shortest) < 0 ? waited : shortest, before);
      }
      return new Interval(now, waited, age.compareTo(INTERVAL.multipliedBy(2)) < 0 ? shortest : Duration.ZERO);
    }

    Duration standing(Instant now) {
      Duration age = Duration.between(from, now);
      if (age.compareTo(INTERVAL) < 0) {
        return before;
      }
      return age.compareTo(INTERVAL.multipliedBy(2)) < 0 ? shortest : Duration.ZERO;
    }
  }

  /**
   * A message was taken for the first time.
   *
   * @param waited how long it lay in the queue
   */
  public void received(String queue, Duration waited) {
    Instant now = clock.instant();
    intervals.compute(queue, (name, known) -> known == null ? first(name, now, waited) : known.with(now, waited));
  }

  private Interval first(String queue, Instant now, Duration waited) {
    TimeGauge.builder("tradewind.queue.wait", () -> standing(queue).toMillis(), TimeUnit.MILLISECONDS).tag("queue", queue)
        .description("the shortest wait in the queue of messages received in the last second").register(meters);
    return new Interval(now, waited, Duration.ZERO);
  }

  /**
   * How long every message had waited lately.
   *
   * @param queue its name without the prefix; nothing is known of one that brings no messages, so nothing waits there
   */
  public Duration standing(String queue) {
    var interval = intervals.get(queue);
    return interval == null ? Duration.ZERO : interval.standing(clock.instant());
  }
}
