package dev.tradewind.aws;

import dev.tradewind.core.Check;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before trying again: any time between the floor and a ceiling that doubles with each attempt up to the cap. It is
 * the <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">full jitter</a> of the AWS Architecture Blog.
 *
 * @param floor the shortest wait
 * @param base the ceiling after the first attempt
 * @param cap the highest ceiling
 * @param chance a number from 0 to 1, each time another
 */
record Backoff(Duration floor, Duration base, Duration cap, DoubleSupplier chance) {

  static final DoubleSupplier RANDOM = () -> ThreadLocalRandom.current().nextDouble();

  private static final int MOST_DOUBLINGS = 30;

  Backoff {
    Check.that(!floor.isNegative() && floor.compareTo(base) <= 0, "floor must be between 0 and base, but is %s", floor);
    Check.that(base.isPositive() && base.compareTo(cap) <= 0, "base must be positive and at most cap, but is %s", base);
    Check.notNull(chance, "chance");
  }

  /** @param attempts how often it was tried so far, 1 or more */
  Duration after(int attempts) {
    long doubled = base.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
    long ceiling = Math.min(cap.toMillis(), doubled);
    return floor.plusMillis((long) (chance.getAsDouble() * (ceiling - floor.toMillis())));
  }
}
