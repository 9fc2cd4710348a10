package dev.tradewind.archive.format;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Hours of the archive, in UTC.
 *
 * @param from any moment of the first hour
 * @param to any moment of the last hour
 */
public record Span(Instant from, Instant to) {

  private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:00:00Z");

  public Span {
    Check.notNull(from, "from");
    Check.notNull(to, "to");
    Check.that(!from.isAfter(to), "from must not be after to, but is %s, and to is %s", from, to);
  }

  /** The whole archive. */
  public static Span all() {
    return new Span(BEGINNING, END);
  }

  boolean ends(Instant hour) {
    return hour.isAfter(to.truncatedTo(ChronoUnit.HOURS));
  }
}
