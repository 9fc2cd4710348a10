package dev.tradewind.gateway.cache;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one SKU.
 *
 * @param product nothing when the catalog has none
 * @param asOf when it was true for certain: when the catalog was asked, or told it
 */
@RegisterForReflection
record Entry(Optional<CachedProduct> product, Instant asOf) {

  static Entry of(CachedProduct product, Instant asOf) {
    return new Entry(Optional.of(product), asOf);
  }

  static Entry none(Instant asOf) {
    return new Entry(Optional.empty(), asOf);
  }

  /** 0 for a product that does not exist, or not yet. */
  long version() {
    return product.map(CachedProduct::version).orElse(0L);
  }

  /** Of two, that of the later version, whatever came last; of the same version the one that is true for longer. */
  Entry newer(Entry other) {
    if (version() != other.version()) {
      return version() > other.version() ? this : other;
    }
    return other.asOf().isAfter(asOf) ? other : this;
  }
}
