package dev.tradewind.simulator.check;

import java.util.List;
import java.util.Optional;

/**
 * What came of a search.
 *
 * @param world where
 * @param states situations that were different
 * @param steps between them
 * @param ends situations in which nothing was left to happen
 * @param deepest the longest way from the beginning without faults left out
 * @param seconds how long it took
 * @param violation what was wrong first, if anything was
 */
record Found(SmallWorld world, long states, long steps, long ends, int deepest, double seconds, Optional<Violation> violation) {

  /**
   * Something that must not be.
   *
   * @param what is wrong
   * @param timeline what led there, a line a step
   */
  record Violation(String what, List<String> timeline) {}

  boolean held() {
    return violation.isEmpty();
  }
}
