package dev.tradewind.catalog.domain;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Check;
import java.util.Comparator;
import java.util.List;

/**
 * What is said of a product. Two that say the same are equal: prices stand in the order of their currencies.
 *
 * @param description may be empty
 * @param active whether it is sold
 * @param prices of one unit, one a currency; at least one
 */
public record ProductContent(String name, String description, boolean active, List<Money> prices) {

  public ProductContent {
    Check.notBlank(name, "name");
    Check.notNull(description, "description");
    Check.that(!prices.isEmpty(), "prices must have at least one, but is empty");
    Check.that(prices.stream().map(Money::currency).distinct().count() == prices.size(), "prices must be one a currency");
    prices = prices.stream().sorted(Comparator.comparing(Money::currency)).toList();
  }
}
