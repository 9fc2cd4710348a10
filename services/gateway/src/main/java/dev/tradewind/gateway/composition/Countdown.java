package dev.tradewind.gateway.composition;

import java.time.Duration;

/** What is left of a time that began to run. */
record Countdown(long endNanos) {

  private static final Duration LEAST = Duration.ofMillis(1);

  static Countdown of(Duration length) {
    return new Countdown(System.nanoTime() + length.toNanos());
  }

  /** At least a millisecond: what is known already needs no more. */
  Duration left() {
    var left = Duration.ofNanos(endNanos - System.nanoTime());
    return left.compareTo(LEAST) > 0 ? left : LEAST;
  }
}
