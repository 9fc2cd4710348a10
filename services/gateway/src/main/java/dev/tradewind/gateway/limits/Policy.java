package dev.tradewind.gateway.limits;

import dev.tradewind.core.Check;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * So many requests in so long: all of them at once if the caller likes, then again as fast as they come back, evenly over the window.
 *
 * @param name as headers and metrics call it
 * @param requests at most 100,000
 * @param window at least a second
 */
record Policy(String name, long requests, Duration window) {

  private static final long MOST = 100_000;

  Policy {
    Check.that(requests >= 1 && requests <= MOST, "%s.requests must be from 1 to %d, but is %d", name, MOST, requests);
    Check.that(window.toSeconds() >= 1, "%s.window-seconds must be at least 1, but is %d", name, window.toSeconds());
  }

  /** How long it takes until one more request is allowed, in microseconds. */
  long intervalMicros() {
    return TimeUnit.SECONDS.toMicros(window.toSeconds()) / requests;
  }

  /** How far requests may run ahead of that, in microseconds. */
  long capacityMicros() {
    return requests * intervalMicros();
  }
}
