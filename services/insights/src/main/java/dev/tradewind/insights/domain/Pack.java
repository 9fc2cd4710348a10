package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Contributions that are counted together, in one transaction: each leaves a mark, and what they add to the same counter is added at once.
 *
 * @param contributions at least one, each name once
 */
public record Pack(List<Contribution> contributions) {

  /** As many items as one transaction takes. */
  static final int MOST_ITEMS = 100;

  public Pack {
    contributions = List.copyOf(contributions);
    Check.that(!contributions.isEmpty(), "a pack holds at least one contribution");
  }

  /** Packs them closely, in their order. What comes twice is packed once. */
  public static List<Pack> of(Collection<Contribution> all) {
    var once = new LinkedHashMap<String, Contribution>();
    all.forEach(contribution -> once.putIfAbsent(contribution.name(), contribution));
    var packs = new ArrayList<Pack>();
    var packed = new ArrayList<Contribution>();
    var counters = new HashSet<Counter>();
    for (var contribution : once.values()) {
      var more = contribution.amounts().keySet();
      long fresh = more.stream().filter(counter -> !counters.contains(counter)).count();
      if (!packed.isEmpty() && packed.size() + 1 + counters.size() + fresh > MOST_ITEMS) {
        packs.add(new Pack(packed));
        packed.clear();
        counters.clear();
      }
      packed.add(contribution);
      counters.addAll(more);
    }
    if (!packed.isEmpty()) {
      packs.add(new Pack(packed));
    }
    return packs;
  }

  /** What is added to each counter in the end. */
  public Map<Counter, Map<String, Long>> amounts() {
    var sums = new HashMap<Counter, Map<String, Long>>();
    contributions.forEach(contribution -> contribution.amounts().forEach((counter, amounts) -> {
      var sum = sums.computeIfAbsent(counter, fresh -> new TreeMap<>());
      amounts.forEach((figure, amount) -> sum.merge(figure, amount, Math::addExact));
    }));
    return sums;
  }

  /** Those that were not counted before. */
  public List<Contribution> without(Set<String> known) {
    return contributions.stream().filter(contribution -> !known.contains(contribution.name())).toList();
  }
}
