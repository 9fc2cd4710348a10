package dev.tradewind.cloudmap;

import java.util.HashSet;
import java.util.Set;

/** Remembers what was told already, so that what lasts is told once. */
final class Told {

  private Set<String> told = Set.of();

  /**
   * Those that were not there the last time.
   *
   * @param present all that there is now; what has gone meanwhile would be news again
   */
  Set<String> news(Set<String> present) {
    var news = new HashSet<>(present);
    news.removeAll(told);
    told = Set.copyOf(present);
    return news;
  }
}
