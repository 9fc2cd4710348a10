package dev.tradewind.insights.reading;

import dev.tradewind.insights.domain.Counter;
import dev.tradewind.insights.domain.Pack;
import dev.tradewind.log.InMemoryShard;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counters in memory, which survive their readers. A reader may be killed before a write, and after it: then it never hears of it.
 */
final class Shelf implements Counters {

  final Map<Counter, Map<String, Long>> figures = new HashMap<>();
  final Set<String> marks = new HashSet<>();
  private final InMemoryShard shard;

  Shelf(InMemoryShard shard) {
    this.shard = shard;
  }

  @Override
  public Uni<Outcome> add(Pack pack) {
    return Uni.createFrom().item(() -> {
      var known = pack.contributions().stream().map(one -> one.name()).filter(marks::contains).collect(Collectors.toSet());
      if (!known.isEmpty()) {
        return new Outcome.Known(known);
      }
      shard.step("count", () -> {
        pack.contributions().forEach(one -> marks.add(one.name()));
        pack.amounts().forEach((counter, amounts) -> amounts.forEach(
            (figure, amount) -> figures.computeIfAbsent(counter, fresh -> new TreeMap<>()).merge(figure, amount, Long::sum)));
      });
      shard.step("answer", () -> {});
      return new Outcome.Counted();
    });
  }
}
