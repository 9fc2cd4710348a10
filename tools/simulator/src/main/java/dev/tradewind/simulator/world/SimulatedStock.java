package dev.tradewind.simulator.world;

import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.StockStore;
import dev.tradewind.inventory.grouping.StockWrite;
import dev.tradewind.inventory.grouping.WriteOutcome;
import dev.tradewind.simulator.world.Effects.Kind;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The way of one instance to the stock. */
public final class SimulatedStock implements StockStore {

  private final World world;
  private final Shelves shelves;
  private final Effects effects;
  private Predicate<Token> expired = token -> false;

  SimulatedStock(World world, Shelves shelves, Effects effects) {
    this.world = world;
    this.shelves = shelves;
    this.effects = effects;
  }

  @Override
  public Uni<Optional<Item>> item(String key) {
    return Uni.createFrom().item(() -> {
      sweep(key);
      return shelves.item(key);
    });
  }

  @Override
  public Uni<Map<String, Directory>> directories(Collection<String> skus) {
    var found = new HashMap<String, Directory>();
    skus.forEach(sku -> shelves.item(Directory.keyOf(sku)).ifPresent(item -> found.put(sku, (Directory) item)));
    return Uni.createFrom().item(found);
  }

  @Override
  public Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> counters) {
    var shown = new HashMap<CounterKey, Counter>();
    counters.forEach(key -> shelves.counter(key).ifPresent(counter -> shown.put(key, counter)));
    return Uni.createFrom().item(shown);
  }

  @Override
  public Uni<WriteOutcome> write(StockWrite write) {
    return effects.perform(Kind.WRITE, write, () -> write.size() > 1 && world.fate().strikes(Fault.CONFLICT)
        ? new WriteOutcome.Refused(Map.of(), Set.of(), true)
        : written(write));
  }

  private WriteOutcome written(StockWrite write) {
    write.items().forEach(item -> sweep(item.key()));
    return shelves.write(write);
  }

  /** What nobody should do: write without the conditions. */
  public Uni<WriteOutcome> overwrite(StockWrite write) {
    return effects.perform(Kind.WRITE, write, () -> {
      shelves.put(write);
      return new WriteOutcome.Written();
    });
  }

  /** What nobody should do: forget what orders asked of the stock. */
  public void expire(Predicate<Token> old) {
    expired = old;
  }

  private void sweep(String key) {
    if (shelves.item(key).filter(item -> item instanceof Token token && expired.test(token)).isPresent()) {
      shelves.forget(key);
    }
  }
}
