package dev.tradewind.core;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How the JSON content of a type, written in an older version, becomes that of the next. Content is what JSON is made of: text, numbers,
 * booleans, lists and maps.
 *
 * @param from the older version, 1 or more
 * @param change makes the new content; a pure function that accepts every content ever written in that version
 */
public record Upcast(int from, UnaryOperator<Map<String, Object>> change) {

  public Upcast {
    Check.that(from >= 1, "an upcast begins at version 1 or later, but at %d", from);
    Check.notNull(change, "change");
  }

  public static Upcast from(int version, UnaryOperator<Map<String, Object>> change) {
    return new Upcast(version, change);
  }

  /** From that version on there is one more field; before, it had this value. */
  public static Upcast adding(int version, String field, Object value) {
    return new Upcast(version, content -> {
      var more = new HashMap<>(content);
      more.put(field, value);
      return more;
    });
  }
}
