package dev.tradewind.testkit;

import dev.tradewind.core.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved, and never goes back. */
public final class ManualClock implements InstantSource {

  private Instant now;

  private ManualClock(Instant now) {
    this.now = Check.notNull(now, "now");
  }

  public static ManualClock at(Instant now) {
    return new ManualClock(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration by) {
    advanceTo(now.plus(by));
  }

  /** @throws IllegalArgumentException when that time has passed */
  public void advanceTo(Instant then) {
    Check.that(!then.isBefore(now), "a clock never goes back: it is %s, not %s", now, then);
    now = then;
  }
}
