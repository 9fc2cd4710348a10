package dev.tradewind.catalog.api;

import dev.tradewind.catalog.domain.Product;
import dev.tradewind.contracts.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A product as it is now.
 *
 * @param active whether it is sold
 * @param prices of one unit, in minor units of each currency
 * @param version grows with each change; also the {@code ETag}, and the sequence of the event that told it
 */
@RegisterForReflection
public record ProductBody(String sku, String name, String description, boolean active, List<Money> prices, long version, Instant changedAt) {

  static ProductBody of(Product product) {
    var told = product.told().orElseThrow();
    return new ProductBody(told.sku(), told.name(), told.description(), told.active(), told.prices(), product.version(), product.changedAt());
  }
}
