package dev.tradewind.checker;

import java.util.ArrayList;
import java.util.List;

/** Takes down what one invariant sees, until it becomes a finding. */
final class Notes {

  private final int number;
  private final String name;
  private final List<String> examples = new ArrayList<>();
  private long lookedAt;
  private long violations;

  Notes(int number, String name) {
    this.number = number;
    this.name = name;
  }

  void lookedAt(long things) {
    lookedAt += things;
  }

  /** Nothing is formatted beyond what will be shown: a broken run may break in a million places. */
  void violated(String format, Object... ids) {
    violations++;
    if (examples.size() < Finding.MOST_EXAMPLES) {
      examples.add(format.formatted(ids));
    }
  }

  Finding finding() {
    return new Finding(number, name, lookedAt, violations, examples);
  }
}
