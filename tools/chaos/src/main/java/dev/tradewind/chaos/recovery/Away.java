package dev.tradewind.chaos.recovery;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which a process did nothing.
 *
 * @param process its name
 * @param why what was done to it
 * @param from when that was done
 * @param back when it was ready again
 */
public record Away(String process, Why why, Instant from, Instant back) {

  /** What was done to a process. */
  public enum Why {
    /** {@code kill -9}, and started again. */
    KILLED,
    /** {@code SIGSTOP}, and after a while {@code SIGCONT}. */
    STOPPED,
    /** Asked to end, and started again. */
    RESTARTED
  }

  public Away {
    if (back.isBefore(from)) {
      throw new IllegalArgumentException("back must not be before from (%s), and is %s".formatted(from, back));
    }
  }

  public Duration length() {
    return Duration.between(from, back);
  }
}
