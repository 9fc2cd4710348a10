package dev.tradewind.launcher.orders;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before asking again.
 *
 * @param first before the second attempt
 * @param longest never longer than this
 */
record Pacing(Duration first, Duration longest) {

  private static final double GROWTH = 1.6;

  /** Between looks at an order. */
  static final Pacing LOOKS = new Pacing(Duration.ofMillis(60), Duration.ofMillis(1_500));
  /** Between attempts of a call that was turned away. */
  static final Pacing ATTEMPTS = new Pacing(Duration.ofMillis(100), Duration.ofSeconds(5));

  /** Grows from attempt to attempt, and differs from caller to caller by up to half. */
  Duration before(int attempt) {
    double millis = Math.min(longest.toMillis(), first.toMillis() * Math.pow(GROWTH, Math.max(0, attempt - 1)));
    return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.5, 1.0)));
  }
}
