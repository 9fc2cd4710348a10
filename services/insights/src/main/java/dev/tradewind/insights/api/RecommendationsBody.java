package dev.tradewind.insights.api;

import dev.tradewind.insights.domain.BoughtTogether;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What was bought together with a product.
 *
 * @param recommendations the most often bought first
 */
@RegisterForReflection
public record RecommendationsBody(String sku, List<Recommended> recommendations) {

  /**
   * Another product.
   *
   * @param orders confirmed ones that held both
   */
  @RegisterForReflection
  public record Recommended(String sku, long orders) {}

  static RecommendationsBody of(String sku, List<BoughtTogether> others) {
    return new RecommendationsBody(sku, others.stream().map(other -> new Recommended(other.sku(), other.orders())).toList());
  }
}
