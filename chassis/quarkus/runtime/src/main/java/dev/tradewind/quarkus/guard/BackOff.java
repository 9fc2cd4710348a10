package dev.tradewind.quarkus.guard;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a call is made again: anything from nothing to a limit that doubles with each attempt, so that clients that
 * failed together do not come back together. "Full jitter" in
 * <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And Jitter</a>.
 *
 * @param first the limit of the first pause
 * @param longest what no limit exceeds
 */
record BackOff(Duration first, Duration longest, RandomGenerator chance) {

  /** @param retry 1 for the first one */
  Duration before(int retry) {
    return Duration.ofNanos(chance.nextLong(limit(retry).toNanos() + 1));
  }

  private Duration limit(int retry) {
    var limit = first;
    for (int doubled = 1; doubled < retry && limit.compareTo(longest) < 0; doubled++) {
      limit = limit.multipliedBy(2);
    }
    return limit.compareTo(longest) < 0 ? limit : longest;
  }
}
