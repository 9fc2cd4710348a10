package dev.tradewind.gateway.cache;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Loads under way: whoever wants what somebody is loading already waits for that. A load goes on when those who wait give up, for others
 * may have joined them.
 */
final class Flights {

  private final Map<String, CompletableFuture<Entry>> underWay = new ConcurrentHashMap<>();
  private final Function<Set<String>, Uni<Map<String, Entry>>> load;
  private final BiConsumer<String, Entry> keep;

  /**
   * @param load answers with an entry for each SKU it is given
   * @param keep takes what was loaded, unless it was outdated meanwhile
   */
  Flights(Function<Set<String>, Uni<Map<String, Entry>>> load, BiConsumer<String, Entry> keep) {
    this.load = load;
    this.keep = keep;
  }

  /** Loads those that nobody is loading yet, all in one go. */
  Map<String, CompletableFuture<Entry>> board(Set<String> skus) {
    var all = new HashMap<String, CompletableFuture<Entry>>();
    var own = new HashMap<String, CompletableFuture<Entry>>();
    for (var sku : skus) {
      var begun = new CompletableFuture<Entry>();
      var before = underWay.putIfAbsent(sku, begun);
      all.put(sku, before == null ? begun : before);
      if (before == null) {
        own.put(sku, begun);
      }
    }
    if (!own.isEmpty()) {
      Uni.createFrom().deferred(() -> load.apply(Set.copyOf(own.keySet()))).subscribe().with(
          found -> own.forEach((sku, flight) -> land(sku, flight, found.get(sku))),
          failure -> own.forEach((sku, flight) -> crash(sku, flight, failure)));
    }
    return all;
  }

  /** What is being loaded is old before it arrives: those who wait for it may have it, but nobody else. */
  void outdate(String sku) {
    underWay.remove(sku);
  }

  /** Kept in the same step in which it stops being under way: whoever outdates it comes before, and nothing is kept, or finds it kept. */
  private void land(String sku, CompletableFuture<Entry> flight, Entry entry) {
    underWay.computeIfPresent(sku, (same, current) -> {
      if (current != flight) {
        return current;
      }
      keep.accept(sku, entry);
      return null;
    });
    flight.complete(entry);
  }

  private void crash(String sku, CompletableFuture<Entry> flight, Throwable failure) {
    underWay.remove(sku, flight);
    flight.completeExceptionally(failure);
  }
}
