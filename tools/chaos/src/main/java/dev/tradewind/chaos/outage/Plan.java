package dev.tradewind.chaos.outage;

import java.time.Duration;

/**
 * What is done when.
 *
 * @param warmUp before anything is measured
 * @param probe how long each look at the capacity takes
 * @param before under overload, with the provider there
 * @param outage under overload, without it
 * @param after under overload, with it again
 * @param overload orders asked for, as a multiple of the capacity
 */
record Plan(Duration warmUp, Duration probe, Duration before, Duration outage, Duration after, double overload, Mode mode) {

  private static final int LONGEST_SECONDS = 3_600;
  private static final double MOST_OVERLOAD = 10;

  Plan {
    if (outage.compareTo(Duration.ofSeconds(1)) < 0 || outage.toSeconds() > LONGEST_SECONDS) {
      throw new IllegalArgumentException("--outage-seconds must be from 1 to %d, not %d".formatted(LONGEST_SECONDS, outage.toSeconds()));
    }
    if (!(overload > 0 && overload <= MOST_OVERLOAD)) {
      throw new IllegalArgumentException("--overload must be more than 0 and at most %.0f times the capacity, not %s"
          .formatted(MOST_OVERLOAD, overload));
    }
  }

  static Plan of(int outageSeconds, double overload, Mode mode) {
    return new Plan(Duration.ofSeconds(30), Duration.ofSeconds(12), Duration.ofSeconds(30), Duration.ofSeconds(outageSeconds), Duration.ofSeconds(60),
        overload, mode);
  }

  /** Less than two minutes in all. */
  static Plan quick(double overload, Mode mode) {
    return new Plan(Duration.ofSeconds(15), Duration.ofSeconds(6), Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(25),
        overload, mode);
  }
}
