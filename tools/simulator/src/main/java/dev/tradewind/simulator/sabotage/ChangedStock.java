package dev.tradewind.simulator.sabotage;

import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.grouping.StockStore;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A stock store whose writes are wrong. */
record ChangedStock(StockStore honest, Function<StockWrite, Uni<WriteOutcome>> wrong) implements StockStore {

  @Override
  public Uni<Optional<Item>> item(String key) {
    return honest.item(key);
  }

  @Override
  public Uni<Map<String, Directory>> directories(Collection<String> skus) {
    return honest.directories(skus);
  }

  @Override
  public Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> counters) {
    return honest.counters(counters);
  }

  @Override
  public Uni<WriteOutcome> write(StockWrite write) {
    return wrong.apply(write);
  }
}
