package dev.tradewind.quarkus;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a condition, not on the clock: the longest wait only bounds how long a broken test hangs. */
final class Eventually {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private Eventually() {}

  /** @throws AssertionError when it does not hold in time */
  static void holds(BooleanSupplier condition) {
    var latest = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > latest) {
        throw new AssertionError("did not hold within " + LONGEST);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
