package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.util.regex.Pattern;

/**
 * Where something stands in a list. No two of a list share a position, so a page begins exactly behind any of them.
 *
 * @param text sorts as the list does; begins with a time
 */
public record Position(String text) implements Comparable<Position> {

  private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\x21-\\x7E]{1,300}");

  public Position {
    Check.that(SHAPE.matcher(text).matches(), "a position begins with a time");
  }

  @Override
  public int compareTo(Position other) {
    return text.compareTo(other.text);
  }
}
