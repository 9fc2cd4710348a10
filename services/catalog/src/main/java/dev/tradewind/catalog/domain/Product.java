package dev.tradewind.catalog.domain;

import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.StreamId;
import java.time.Instant;
import java.util.Optional;

/**
 * A product as it is now.
 *
 * @param told what was told of it last; empty when there is no such product
 * @param version of the stream when it changed last: the sequence of what was told
 * @param changedAt when that was
 * @param commits of the stream
 * @param settled whether it is certain that all was told
 */
public record Product(Optional<ProductChanged> told, long version, Instant changedAt, long commits, boolean settled) {

  /** What the streams of products are called. */
  public static final String KIND = "product";

  static Product none() {
    return new Product(Optional.empty(), 0, Instant.EPOCH, 0, true);
  }

  public static StreamId stream(String sku) {
    return new StreamId(KIND, sku);
  }

  public boolean exists() {
    return told.isPresent();
  }

  /** What is said of it. */
  public Optional<ProductContent> content() {
    return told.map(now -> new ProductContent(now.name(), now.description(), now.active(), now.prices()));
  }

  Product changed(ProductEvent.Changed event, Instant at) {
    return new Product(Optional.of(event.product()), commits + 1, at, commits + 1, !event.requested());
  }

  Product settle() {
    return new Product(told, version, changedAt, commits + 1, true);
  }
}
