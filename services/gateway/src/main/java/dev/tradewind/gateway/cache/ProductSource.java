package dev.tradewind.gateway.cache;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/** Where products come from: the catalog. */
@FunctionalInterface
public interface ProductSource {

  /** As many as are asked for at once, at most. */
  int MOST = 50;

  /**
   * Asks the catalog.
   *
   * @param skus 1 to {@value #MOST}
   * @return by SKU, those that exist; fails when the catalog cannot be asked. Either within a time, for others wait for the same
   */
  Uni<Map<String, CachedProduct>> load(Set<String> skus);
}
