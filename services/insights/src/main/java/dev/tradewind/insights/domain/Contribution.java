package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is added to counters because of one order: all of it or nothing, and once for ever.
 *
 * @param name by which it is known once it was counted
 * @param amounts what is added, by counter and name of the figure
 */
public record Contribution(String name, Map<Counter, Map<String, Long>> amounts) {

  /** More does not go into one transaction, together with the mark that it was counted. */
  public static final int MOST_COUNTERS = 99;

  public Contribution {
    Check.notBlank(name, "name");
    Check.that(!amounts.isEmpty() && amounts.size() <= MOST_COUNTERS,
        "a contribution is to 1 to %d counters, but is to %d", MOST_COUNTERS, amounts.size());
    amounts = Map.copyOf(amounts);
  }

  /**
   * The same order's amounts in parts that are small enough. How they are cut decides their names: it must stay as it is for as long as a
   * record of the log may come again.
   *
   * @param amounts in an order that follows from the order alone
   */
  static List<Contribution> parts(String name, Map<Counter, Map<String, Long>> amounts) {
    var all = List.copyOf(amounts.entrySet());
    var parts = new ArrayList<Contribution>();
    for (int from = 0; from < all.size(); from += MOST_COUNTERS) {
      var part = new LinkedHashMap<Counter, Map<String, Long>>();
      all.subList(from, Math.min(all.size(), from + MOST_COUNTERS)).forEach(entry -> part.put(entry.getKey(), entry.getValue()));
      parts.add(new Contribution(from == 0 ? name : name + "/" + from, part));
    }
    return parts;
  }
}
