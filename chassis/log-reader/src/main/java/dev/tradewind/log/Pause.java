package dev.tradewind.log;

import dev.tradewind.core.Check;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Waiting before something is tried again, until there is no point in it any more. */
@FunctionalInterface
interface Pause {

  /**
   * Waits a time that fits so many attempts.
   *
   * @param attempts how often it was tried so far, 1 or more
   * @return whether to try again
   */
  boolean after(int attempts);

  /**
   * Pauses with <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">full jitter</a> on the calling thread, which
   * end at once, and for good, when the latch opens or the thread is interrupted.
   *
   * @param base the longest pause after the first attempt; it doubles with each further one
   * @param cap the longest pause of all
   */
  static Pause until(CountDownLatch closing, Duration base, Duration cap) {
    Check.that(base.isPositive() && base.compareTo(cap) <= 0, "base must be positive and at most cap, but is %s", base);
    return attempts -> {
      long ceiling = Math.min(cap.toMillis(), base.toMillis() << Math.clamp(attempts - 1L, 0, 20));
      try {
        return !closing.await(ThreadLocalRandom.current().nextLong(ceiling + 1), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
