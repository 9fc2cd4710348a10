package dev.tradewind.insights.api;

import dev.tradewind.insights.domain.Figure;
import dev.tradewind.insights.domain.Page;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of sales figures.
 *
 * @param sales fewer than asked for, or none, when few of those that were looked at pass the filters: go on while there is a next page
 * @param next the {@code cursor} of the next page; null on the last one
 */
@RegisterForReflection
public record SalesBody(List<Sold> sales, Optional<String> next) {

  /**
   * What was sold of a product, in a region, in one step of time.
   *
   * @param start when the step begins, in UTC
   * @param region where it went, as an ISO 3166 code; ZZ when the order did not say
   * @param units in confirmed orders
   * @param revenue in minor units of the currency
   * @param orders how many
   */
  @RegisterForReflection
  public record Sold(Instant start, String sku, String region, String currency, long units, long revenue, long orders) {

    static Sold of(Figure figure) {
      var slot = figure.of();
      return new Sold(slot.start(), slot.sku(), slot.region(), slot.currency(), figure.units(), figure.revenue(), figure.orders());
    }
  }

  static SalesBody of(Page<Figure> page, Optional<String> next) {
    return new SalesBody(page.rows().stream().map(Sold::of).toList(), next);
  }
}
