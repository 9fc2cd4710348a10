package dev.tradewind.gateway.cache;

import dev.tradewind.quarkus.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Products by SKU. */
@ApplicationScoped
public class ProductCache {

  private final Instance<ProductSource> source;

  ProductCache(Instance<ProductSource> source) {
    this.source = source;
  }

  /** One product; fails with problem 404 {@code product-not-found} when there is none, or as the catalog failed. */
  public Uni<CachedProduct> product(String sku) {
    return products(Set.of(sku)).map(found -> Optional.ofNullable(found.get(sku))
        .orElseThrow(() -> Problem.of(404, "product-not-found", "There is no product " + sku + ".")));
  }

  /** Those of them that exist, by SKU; fails as the catalog failed when one of them cannot be told. */
  public Uni<Map<String, CachedProduct>> products(Set<String> skus) {
    return skus.isEmpty() ? Uni.createFrom().item(Map.of()) : source.get().load(skus);
  }

  /** What is known about a product is old: ask again. */
  public void invalidate(String sku) {}
}
