package dev.tradewind.queries.views;

import dev.tradewind.core.Check;
import java.util.regex.Pattern;

/**
 * What the tables of this service are called: all names begin alike, so that one IAM policy covers those of later rebuilds.
 *
 * @param home the table that serves until a rebuild says otherwise, such as {@code tradewind-queries}
 */
public record Names(String home) {

  private static final Pattern SUFFIX = Pattern.compile("-[a-z0-9][a-z0-9-]{0,40}");

  public Names {
    Check.notBlank(home, "home");
  }

  /** The table of the {@link Control}. */
  public String control() {
    return home + "-control";
  }

  /** @throws RebuildRefused when no table of views can be called this */
  String checked(String table) {
    var suffix = table.startsWith(home) ? table.substring(home.length()) : "?";
    if (table.equals(control()) || !suffix.isEmpty() && !SUFFIX.matcher(suffix).matches()) {
      throw new RebuildRefused("%s cannot hold views: name it %s-<letters, digits, ->, such as %s-2".formatted(table, home, home));
    }
    return table;
  }
}
