package dev.tradewind.contracts.catalog;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Check;
import dev.tradewind.core.Event;
import java.time.Instant;
import java.util.List;

/**
 * A product as it is at one version, whole: who keeps a copy needs no earlier event. The version is the message's sequence.
 *
 * @param sku its stock keeping unit
 * @param description may be empty
 * @param active whether it is sold
 * @param prices of one unit, one a currency; at least one
 * @param formerPrices what one unit cost until {@code pricesSince}; empty when it had no other prices before
 * @param pricesSince when the prices became what they are
 */
public record ProductChanged(
    String sku, String name, String description, boolean active, List<Money> prices, List<Money> formerPrices, Instant pricesSince) implements Event {

  public ProductChanged {
    Check.notBlank(sku, "sku");
    Check.notBlank(name, "name");
    Check.that(!prices.isEmpty(), "prices must have at least one, but is empty");
    prices = List.copyOf(prices);
    formerPrices = List.copyOf(formerPrices);
  }
}
