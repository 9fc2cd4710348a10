package dev.tradewind.queries.domain;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Where a view stands in a list: by the time the order was placed, to the millisecond, and by its id among those of the same one. No two
 * orders share a position, so a page can begin exactly behind any of them.
 *
 * @param text sorts as the list does
 */
public record Position(String text) implements Comparable<Position> {

  private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z/[\\x21-\\x7E]{1,128}");

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

  public Position {
    Check.that(SHAPE.matcher(text).matches(), "a position is a time, a slash and an order id");
  }

  /** @throws IllegalArgumentException when the time or the id has no place in a list */
  static Position of(Instant placedAt, String orderId) {
    Check.that(!placedAt.isBefore(FIRST) && placedAt.isBefore(BEHIND_LAST), "an order is placed in the years 0 to 9999, but is in %s", placedAt);
    return new Position(MILLIS.format(placedAt) + "/" + orderId);
  }

  /** Before every position of this time or later, after every earlier one. */
  static String bound(Instant time) {
    var floor = time.truncatedTo(ChronoUnit.MILLIS);
    return MILLIS.format(floor.equals(time) ? floor : floor.plusMillis(1));
  }

  @Override
  public int compareTo(Position other) {
    return text.compareTo(other.text);
  }
}
