package dev.tradewind.timemachine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.concurrent.locks.LockSupport;

/** Times as people type them. */
final class Times {

  private Times() {}

  /** Returns when that time has come. */
  static void await(Instant time, InstantSource clock) {
    var left = Duration.between(clock.instant(), time);
    if (left.isPositive()) {
      LockSupport.parkNanos(left.toNanos());
      await(time, clock);
    }
  }

  /** @throws Refused naming the argument, when it is no time or lies in the future */
  static Instant past(String name, String text, Instant now) {
    try {
      var time = Instant.parse(text);
      if (time.isAfter(now)) {
        throw Refused.question("%s is %s, which is in the future: it is %s now".formatted(name, text, now));
      }
      return time;
    } catch (DateTimeParseException e) {
      throw Refused.question("%s is '%s'; expected a time like 2026-01-31T12:00:00Z or 2026-01-31T12:00:00.250+01:00".formatted(name, text));
    }
  }
}
