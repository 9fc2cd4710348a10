package dev.tradewind.catalog.api;

import dev.tradewind.catalog.domain.Product;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * Some products.
 *
 * @param next the {@code cursor} of the next page; null on the last one, and when products were asked for by their SKUs
 */
@RegisterForReflection
public record ProductListBody(List<ProductBody> products, Optional<String> next) {

  static ProductListBody of(List<Product> products, Optional<String> next) {
    return new ProductListBody(products.stream().map(ProductBody::of).toList(), next);
  }
}
