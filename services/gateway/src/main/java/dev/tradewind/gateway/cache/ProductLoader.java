package dev.tradewind.gateway.cache;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Asks Valkey first, then the catalog for what Valkey does not know well enough; what the catalog says is there for other replicas then. */
final class ProductLoader {

  private static final Logger LOG = Logger.getLogger("tradewind.cache");

  private final ProductSource catalog;
  private final SharedProducts shared;
  private final Predicate<Entry> fresh;
  private final CacheMeters meters;
  private final InstantSource clock;
  private final Set<String> distrusted = ConcurrentHashMap.newKeySet();

  /** @param fresh whether an entry may be told without asking the catalog */
  ProductLoader(ProductSource catalog, SharedProducts shared, Predicate<Entry> fresh, CacheMeters meters, InstantSource clock) {
    this.catalog = catalog;
    this.shared = shared;
    this.fresh = fresh;
    this.meters = meters;
    this.clock = clock;
  }

  /** An entry for each SKU; fails when the catalog cannot be asked and Valkey does not know all of them. */
  Uni<Map<String, Entry>> load(Set<String> skus) {
    return Uni.combine().all().unis(batches(skus).stream().map(this::batch).toList())
        .with(parts -> parts.stream().flatMap(part -> ProductLoader.<Map<String, Entry>>cast(part).entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Asks the catalog for this one next time, whatever Valkey says. */
  void distrust(String sku) {
    distrusted.add(sku);
  }

  private Uni<Map<String, Entry>> batch(List<String> skus) {
    var doubted = skus.stream().filter(distrusted::contains).collect(Collectors.toSet());
    return fromShared(skus).flatMap(known -> {
      var wanted = skus.stream().filter(sku -> doubted.contains(sku) || !known.containsKey(sku) || !fresh.test(known.get(sku))).collect(Collectors.toSet());
      meters.shared(skus.size() - wanted.size());
      return wanted.isEmpty() ? Uni.createFrom().item(known) : fromCatalog(wanted, known);
    }).invoke(entries -> distrusted.removeAll(doubted));
  }

  private Uni<Map<String, Entry>> fromShared(List<String> skus) {
    return shared.areThere() ? shared.get(skus).onFailure().recoverWithItem(Map.of()) : Uni.createFrom().item(Map.of());
  }

  private Uni<Map<String, Entry>> fromCatalog(Set<String> wanted, Map<String, Entry> known) {
    Instant asked = clock.instant();
    return Uni.createFrom().deferred(() -> catalog.load(wanted))
        .invoke(found -> meters.catalog(wanted.size()))
        .onFailure().invoke(meters::failed)
        .map(found -> {
          var entries = new HashMap<>(known);
          wanted.forEach(sku -> entries.merge(sku, found.containsKey(sku) ? Entry.of(found.get(sku), asked) : Entry.none(asked), Entry::newer));
          return Map.copyOf(entries);
        })
        .invoke(entries -> wanted.forEach(sku -> share(sku, entries.get(sku))))
        // Old is better than nothing, as long as it is kept at all.
        .onFailure(failure -> known.keySet().containsAll(wanted)).recoverWithItem(known);
  }

  private void share(String sku, Entry entry) {
    if (shared.areThere() && entry.product().isPresent()) {
      shared.put(sku, entry).subscribe().with(done -> { }, failure -> LOG.debugf("not shared sku=%s error=%s", sku, failure.getMessage()));
    }
  }

  private static List<List<String>> batches(Set<String> skus) {
    var all = new ArrayList<>(skus);
    return IntStream.range(0, (all.size() + ProductSource.MOST - 1) / ProductSource.MOST)
        .mapToObj(i -> List.copyOf(all.subList(i * ProductSource.MOST, Math.min(all.size(), (i + 1) * ProductSource.MOST)))).toList();
  }

  @SuppressWarnings("unchecked") // What is combined comes back as objects.
  private static <T> T cast(Object part) {
    return (T) part;
  }
}
