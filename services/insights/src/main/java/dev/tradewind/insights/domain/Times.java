package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as parts of keys. */
final class Times {

  private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant BEHIND_LAST = Instant.parse("9999-01-01T00:00:00Z");

  private Times() {}

  /** @throws IllegalArgumentException unless it lies in the years 1970 to 9998, so that what is around it has four digits too */
  static Instant check(Instant at) {
    Check.notNull(at, "time");
    Check.that(!at.isBefore(FIRST) && at.isBefore(BEHIND_LAST), "time must lie in the years 1970 to 9998, but is %s", at);
    return at;
  }

  /** Sorts as times do. */
  static String sortable(Instant at) {
    return NANOS.format(at);
  }
}
