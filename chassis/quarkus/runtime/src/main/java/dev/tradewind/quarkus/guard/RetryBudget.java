package dev.tradewind.quarkus.guard;

import dev.tradewind.core.Check;
import java.util.function.LongSupplier;

/**
 * How many retries a client may add to its calls, so that retries never become the load that keeps a dependency down: a share of the
 * calls it makes, and a few a second on top, so that a client that makes few calls may try again at all.
 *
 * <p>It is a bucket of tokens. A call puts a part of one in, and so does time; a retry takes one out, or is not made. Since the
 * beginning there were never more retries than {@code percent} of the calls and {@code perSecond} for each second begun; over any
 * stretch in between never more than that and the {@value #SAVED} that may have been saved before it.
 *
 * <p>The idea is <a href="https://finagle.github.io/blog/2016/02/08/retry-budgets">Finagle's RetryBudget</a>; why clients must bound
 * their retries is told in <a href="https://sre.google/sre-book/handling-overload/">"Handling Overload"</a> of Google's SRE book.
 */
public final class RetryBudget {

  /** Retries that calls and time can save up, at most. */
  static final int SAVED = 100;

  /** In parts this small a percentage of a call and a nanosecond's share of a second are whole numbers. */
  private static final long RETRY = 1_000_000_000L;
  private static final long FULL = SAVED * RETRY;
  private static final long PERCENT = RETRY / 100;

  private final long perCall;
  private final long perNano;
  private final LongSupplier nanos;
  private long saved;
  private long last;

  /**
   * @param percent of the calls, 0 to 100
   * @param perSecond 0 to 1000
   * @param nanos a clock that never goes back
   */
  public RetryBudget(int percent, int perSecond, LongSupplier nanos) {
    Check.that(percent >= 0 && percent <= 100, "percent must be from 0 to 100, but is %d", percent);
    Check.that(perSecond >= 0 && perSecond <= 1_000, "perSecond must be from 0 to 1000, but is %d", perSecond);
    this.perCall = percent * PERCENT;
    this.perNano = perSecond;
    this.nanos = Check.notNull(nanos, "nanos");
    this.last = nanos.getAsLong();
    save(perSecond * RETRY);
  }

  /** A call is made, for the first time. */
  public synchronized void called() {
    save(perCall);
  }

  /** Whether a call may be made once more; if so, that retry is spent. */
  public synchronized boolean spend() {
    passTime();
    if (saved < RETRY) {
      return false;
    }
    saved -= RETRY;
    return true;
  }

  private void passTime() {
    long now = nanos.getAsLong();
    // A long pause fills the bucket; multiplied, it could overflow.
    save(Math.min(now - last, FULL) * perNano);
    last = now;
  }

  private void save(long more) {
    saved = Math.min(FULL, saved + more);
  }
}
