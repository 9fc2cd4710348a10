package dev.tradewind.insights.serving;

import dev.tradewind.insights.domain.BoughtTogether;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What is bought together. */
@FunctionalInterface
public interface Recommendations {

  /** What was bought most often together with a product, most often first; so many at most. */
  Uni<List<BoughtTogether>> with(String sku, int limit);
}
