package dev.tradewind.orders.products;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Check;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A product as it was told last.
 *
 * @param version grows with each change
 * @param active whether it is sold
 * @param prices of one unit, in minor units, by currency
 * @param formerPrices what it was until {@code pricesSince}
 */
public record KnownProduct(
    String sku, long version, boolean active, Map<String, Long> prices, Map<String, Long> formerPrices, Instant pricesSince) {

  public KnownProduct {
    Check.that(version >= 1, "version starts at 1, but is %d", version);
    prices = Map.copyOf(prices);
    formerPrices = Map.copyOf(formerPrices);
  }

  /**
   * @param version the sequence of the message that told it
   * @throws IllegalArgumentException when no product can be as it is told
   */
  public static KnownProduct of(ProductChanged told, long version) {
    return new KnownProduct(told.sku(), version, told.active(), byCurrency(told.prices()), byCurrency(told.formerPrices()), told.pricesSince());
  }

  private static Map<String, Long> byCurrency(List<Money> prices) {
    Check.that(prices.stream().map(Money::currency).distinct().count() == prices.size(), "prices must be one a currency");
    return prices.stream().collect(Collectors.toMap(Money::currency, Money::amount));
  }
}
