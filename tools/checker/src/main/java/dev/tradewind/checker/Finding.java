package dev.tradewind.checker;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known about one invariant.
 *
 * @param number as the design counts them
 * @param name the invariant in words
 * @param lookedAt how many things were looked at; 0 proves nothing
 * @param violations how many of them break it
 * @param examples the first violations, one line each, {@value #MOST_EXAMPLES} at most
 */
public record Finding(int number, String name, long lookedAt, long violations, List<String> examples) {

  /** More than this nobody reads. */
  public static final int MOST_EXAMPLES = 20;

  public Finding {
    examples = List.copyOf(examples);
  }

  public boolean held() {
    return violations == 0;
  }

  /**
   * Both together: the same invariant, looked at in two places.
   *
   * @throws IllegalArgumentException when they are about different invariants
   */
  public Finding plus(Finding other) {
    if (number != other.number) {
      throw new IllegalArgumentException("finding %d cannot be added to finding %d: add findings of one invariant".formatted(other.number, number));
    }
    var both = new ArrayList<>(examples);
    both.addAll(other.examples);
    return new Finding(number, name, lookedAt + other.lookedAt, violations + other.violations, both.subList(0, Math.min(both.size(), MOST_EXAMPLES)));
  }
}
