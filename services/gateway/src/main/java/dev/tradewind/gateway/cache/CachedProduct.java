package dev.tradewind.gateway.cache;

import dev.tradewind.contracts.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A product as the catalog told it.
 *
 * @param active whether it is sold
 * @param version grows with each change; also the catalog's {@code ETag}
 */
@RegisterForReflection
public record CachedProduct(String sku, String name, String description, boolean active, List<Money> prices, long version, Instant changedAt) {

  public CachedProduct {
    prices = List.copyOf(prices);
  }
}
