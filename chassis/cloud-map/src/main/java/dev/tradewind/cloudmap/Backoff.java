package dev.tradewind.cloudmap;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before trying again: half of it for sure, so that a registry that is still busy has some time, and half by chance, so that
 * not all come back at once.
 *
 * @param base about how long after the first attempt; it doubles with each further one
 * @param cap about how long at most
 * @param chance a number from 0 to 1, each time another
 */
record Backoff(Duration base, Duration cap, DoubleSupplier chance) {

  private static final int MOST_DOUBLINGS = 20;

  /** @param attempts how often it was tried so far, 1 or more */
  Duration after(int attempts) {
    long doubled = base.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
    long ceiling = Math.min(cap.toMillis(), doubled);
    return Duration.ofMillis(Math.max(1, ceiling / 2 + (long) (chance.getAsDouble() * (ceiling - ceiling / 2))));
  }
}
