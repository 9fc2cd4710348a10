package dev.tradewind.gateway.cache;

import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.ReturnToContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Products by SKU, from here, from Valkey or from the catalog. Before an entry is old the catalog is asked again, so that nobody waits for
 * what is asked for often; what is not known is asked for once, however many want it.
 */
@ApplicationScoped
public class ProductCache {

  private final LocalProducts local;
  private final SharedProducts shared;
  private final ChangeBroadcast broadcast;
  private final ProductLoader loader;
  private final Flights flights;
  private final Freshness freshness;
  private final CacheMeters meters;
  private final InstantSource clock;

  ProductCache(ProductSource source, SharedProducts shared, ChangeBroadcast broadcast, CacheConfig config, CacheMeters meters, InstantSource clock) {
    this.freshness = Freshness.of(config);
    this.local = new LocalProducts(config.mostProducts(), freshness.kept());
    this.shared = shared;
    this.broadcast = broadcast;
    this.meters = meters;
    this.clock = clock;
    this.loader = new ProductLoader(source, shared, entry -> standing(entry) == Freshness.Standing.FRESH, meters, clock);
    this.flights = new Flights(loader::load, local::keep);
    broadcast.listen(this::learn);
  }

  /** One product; fails with problem 404 {@code product-not-found} when there is none, or as the catalog failed. */
  public Uni<CachedProduct> product(String sku) {
    return products(Set.of(sku)).map(found -> Optional.ofNullable(found.get(sku))
        .orElseThrow(() -> Problem.of(404, "product-not-found", "There is no product " + sku + ".")));
  }

  /** Those of them that exist, by SKU; fails as the catalog failed when one of them cannot be told. */
  public Uni<Map<String, CachedProduct>> products(Set<String> skus) {
    return ReturnToContext.afterwards(() -> {
      var known = new HashMap<String, Entry>();
      var stale = new HashSet<String>();
      var old = new HashMap<String, Entry>();
      for (var sku : skus) {
        local.get(sku).ifPresent(entry -> {
          switch (standing(entry)) {
            case FRESH -> known.put(sku, entry);
            case STALE -> {
              known.put(sku, entry);
              stale.add(sku);
            }
            case OLD -> old.put(sku, entry);
            case GONE -> { }
          }
        });
      }
      var missing = skus.stream().filter(sku -> !known.containsKey(sku)).collect(Collectors.toSet());
      meters.read(known.size() - stale.size(), stale.size(), missing.size());
      flights.board(stale);
      return missing.isEmpty() ? Uni.createFrom().item(existing(known)) : arrival(flights.board(missing), old).map(loaded -> {
        known.putAll(loaded);
        return existing(known);
      });
    });
  }

  /** What is known about a product is old: ask the catalog again. Other replicas hear of it from the catalog. */
  public void invalidate(String sku) {
    loader.distrust(sku);
    flights.outdate(sku);
    local.forget(sku);
  }

  /** The catalog told what a product is now. Completes when every replica can know; fails when it should be told again. */
  Uni<Void> changed(CachedProduct product) {
    learn(product);
    return shared.areThere() ? share(Entry.of(product, clock.instant())) : Uni.createFrom().voidItem();
  }

  private Uni<Void> share(Entry entry) {
    var sku = entry.product().orElseThrow().sku();
    // While Valkey is away no replica trusts what it has for long, and there is nobody to tell.
    return shared.put(sku, entry).chain(() -> broadcast.tell(entry)).onFailure(failure -> shared.areAway()).recoverWithNull();
  }

  private void learn(CachedProduct product) {
    flights.outdate(product.sku());
    local.learn(product.sku(), Entry.of(product, clock.instant()));
  }

  private Freshness.Standing standing(Entry entry) {
    return freshness.of(entry, clock.instant(), broadcast.heardSince());
  }

  /** All that were loaded; in place of one that could not be, what was known of it. */
  private static Uni<Map<String, Entry>> arrival(Map<String, CompletableFuture<Entry>> flights, Map<String, Entry> old) {
    var landed = flights.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        flight -> old.containsKey(flight.getKey()) ? flight.getValue().exceptionally(failure -> old.get(flight.getKey())) : flight.getValue()));
    return Uni.createFrom().completionStage(() -> CompletableFuture.allOf(landed.values().toArray(CompletableFuture[]::new))
        .thenApply(all -> landed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().resultNow()))));
  }

  private static Map<String, CachedProduct> existing(Map<String, Entry> entries) {
    var found = new HashMap<String, CachedProduct>();
    entries.forEach((sku, entry) -> entry.product().ifPresent(product -> found.put(sku, product)));
    return Map.copyOf(found);
  }
}
