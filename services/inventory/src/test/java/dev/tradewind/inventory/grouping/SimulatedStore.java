package dev.tradewind.inventory.grouping;

import dev.tradewind.inventory.domain.Counter;
import dev.tradewind.inventory.domain.CounterKey;
import dev.tradewind.inventory.domain.Directory;
import dev.tradewind.inventory.domain.Item;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.WriteOutcome.Refused;
import dev.tradewind.inventory.grouping.WriteOutcome.Written;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table that refuses writes which meet another, takes its time, and sometimes answers nothing at all, with the write done or not. */
final class SimulatedStore implements StockStore {

  static final class NoAnswer extends RuntimeException {
    NoAnswer() {
      super("no answer");
    }
  }

  final Map<CounterKey, Counter> counters = new HashMap<>();
  final Map<String, Item> items = new HashMap<>();
  final List<StockWrite> written = new ArrayList<>();
  int conflicts;
  int reads;

  private final Simulation simulation;
  private final double faults;
  private final Set<Object> underWay = new HashSet<>();

  SimulatedStore(Simulation simulation, double faults) {
    this.simulation = simulation;
    this.faults = faults;
  }

  SimulatedStore stocked(String sku, String warehouse, long... shards) {
    for (int shard = 0; shard < shards.length; shard++) {
      counters.put(new CounterKey(sku, warehouse, shard), new Counter(shards[shard], shards[shard]));
    }
    var before = (Directory) items.get(Directory.keyOf(sku));
    var directory = before == null ? Directory.first(sku, warehouse, shards.length) : before.receiving(warehouse, shards.length);
    items.put(directory.key(), directory);
    return this;
  }

  long available(String sku) {
    return counters.entrySet().stream().filter(entry -> entry.getKey().sku().equals(sku)).mapToLong(entry -> entry.getValue().available()).sum();
  }

  List<Token> tokens() {
    return items.values().stream().filter(Token.class::isInstance).map(Token.class::cast).toList();
  }

  @Override
  public Uni<Optional<Item>> item(String key) {
    return read(() -> Optional.ofNullable(items.get(key)));
  }

  @Override
  public Uni<Map<String, Directory>> directories(Collection<String> skus) {
    return read(() -> {
      var found = new HashMap<String, Directory>();
      skus.stream().map(Directory::keyOf).filter(items::containsKey).map(key -> (Directory) items.get(key)).forEach(d -> found.put(d.sku(), d));
      return found;
    });
  }

  @Override
  public Uni<Map<CounterKey, Counter>> counters(Collection<CounterKey> keys) {
    return read(() -> {
      var found = new HashMap<>(counters);
      found.keySet().retainAll(Set.copyOf(keys));
      return found;
    });
  }

  @Override
  public Uni<WriteOutcome> write(StockWrite write) {
    return simulation.soon(() -> {
      var touched = touched(write);
      if (touched.stream().anyMatch(underWay::contains)) {
        conflicts++;
        return Uni.createFrom().item(new Refused(Map.of(), Set.of(), true));
      }
      if (simulation.chance(faults)) {
        return Uni.createFrom().failure(new NoAnswer());
      }
      underWay.addAll(touched);
      return simulation.soon(() -> {
        underWay.removeAll(touched);
        var outcome = apply(write);
        return simulation.chance(faults) ? Uni.createFrom().failure(new NoAnswer()) : simulation.soon(() -> Uni.createFrom().item(outcome));
      });
    });
  }

  private WriteOutcome apply(StockWrite write) {
    var inTheWay = new HashMap<String, Item>();
    write.items().forEach(item -> {
      var there = items.get(item.key());
      if ((there == null ? 0 : there.version()) != item.version() - 1) {
        inTheWay.put(item.key(), there);
      }
    });
    var tooLow = new HashSet<CounterKey>();
    write.counters().forEach((key, change) -> {
      if (counters.getOrDefault(key, Counter.EMPTY).available() < -change.available()) {
        tooLow.add(key);
      }
    });
    if (!inTheWay.isEmpty() || !tooLow.isEmpty()) {
      return new Refused(inTheWay, tooLow, false);
    }
    write.items().forEach(item -> items.put(item.key(), item));
    write.counters().forEach((key, change) -> counters.merge(key, new Counter(change.available(), change.received()), Counter::plus));
    written.add(write);
    return new Written();
  }

  private static Set<Object> touched(StockWrite write) {
    var touched = new HashSet<Object>(write.counters().keySet());
    write.items().forEach(item -> touched.add(item.key()));
    return touched;
  }

  private <T> Uni<T> read(java.util.function.Supplier<T> look) {
    reads++;
    return simulation.soon(() -> {
      if (simulation.chance(faults)) {
        return Uni.createFrom().failure(new NoAnswer());
      }
      var seen = look.get();
      return simulation.soon(() -> Uni.createFrom().item(seen));
    });
  }
}
