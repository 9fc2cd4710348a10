package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** How much there is of a product. */
public final class StockLevels {

  private final StockStore store;

  public StockLevels(StockStore store) {
    this.store = Check.notNull(store, "store");
  }

  /** By warehouse, in the order in which orders are served from them; empty when the product was never received. */
  public Uni<Optional<SequencedMap<String, Counter>>> of(String sku) {
    return store.directories(Set.of(sku)).flatMap(found -> {
      var directory = found.get(sku);
      return directory == null
          ? Uni.createFrom().item(Optional.empty())
          : store.counters(directory.counters()).map(counters -> Optional.of(sum(directory, counters)));
    });
  }

  private static SequencedMap<String, Counter> sum(Directory directory, Map<CounterKey, Counter> counters) {
    var levels = new LinkedHashMap<String, Counter>();
    directory.counters().forEach(key -> levels.merge(key.warehouse(), counters.getOrDefault(key, Counter.EMPTY), Counter::plus));
    return levels;
  }
}
