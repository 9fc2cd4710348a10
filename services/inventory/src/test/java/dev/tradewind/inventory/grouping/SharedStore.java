package dev.tradewind.inventory.grouping;

import dev.tradewind.core.Check;
import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The simulated store for several threads: it does one thing at a time, and answers at once. */
final class SharedStore implements StockStore {

  private final Simulation simulation = new Simulation(7);
  private final SimulatedStore store = new SimulatedStore(simulation, 0);

  synchronized SharedStore stocked(String sku, long units) {
    store.stocked(sku, "eu-1", units);
    return this;
  }

  @Override
  public Uni<Optional<Item>> item(String key) {
    return now(store.item(key));
  }

  @Override
  public Uni<Map<String, Directory>> directories(Collection<String> skus) {
    return now(store.directories(skus));
  }

  @Override
  public Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> counters) {
    return now(store.counters(counters));
  }

  @Override
  public Uni<WriteOutcome> write(StockWrite write) {
    return now(store.write(write));
  }

  private synchronized <T> Uni<T> now(Uni<T> answer) {
    var answered = new AtomicReference<T>();
    answer.subscribe().with(answered::set);
    simulation.run();
    return Uni.createFrom().item(Check.notNull(answered.get(), "what the store answers"));
  }
}
