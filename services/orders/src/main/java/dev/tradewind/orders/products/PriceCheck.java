package dev.tradewind.orders.products;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What of an order does not agree with what is known of its products. A price that was right a moment ago still is: whoever orders saw it
 * in a cache, and the change takes its time to everyone.
 *
 * @param grace how long a former price is right
 */
record PriceCheck(Duration grace) {

  PriceCheck {
    Check.that(!grace.isNegative(), "grace must be 0 or more, but is %s", grace);
  }

  /** Every line that does not agree, in the order of the lines. */
  List<WrongLine> wrong(String currency, List<OrderLine> lines, Map<String, KnownProduct> known, Instant now) {
    return IntStream.range(0, lines.size()).boxed().flatMap(index -> wrong(index, currency, lines.get(index), known, now).stream()).toList();
  }

  private Optional<WrongLine> wrong(int index, String currency, OrderLine line, Map<String, KnownProduct> known, Instant now) {
    var product = known.get(line.sku());
    return product == null
        ? Optional.of(new WrongLine(sku(index), WrongLine.UNKNOWN_PRODUCT,
            "is no product that is known here; one that is new comes within moments", Optional.empty()))
        : wrong(index, currency, line, product, now);
  }

  private Optional<WrongLine> wrong(int index, String currency, OrderLine line, KnownProduct product, Instant now) {
    var price = Optional.ofNullable(product.prices().get(currency));
    if (!product.active()) {
      return Optional.of(new WrongLine(sku(index), WrongLine.PRODUCT_NOT_SOLD, "is not sold any more", Optional.empty()));
    }
    if (price.filter(amount -> amount == line.unitPrice()).isPresent() || wasRightUntilNow(currency, line, product, now)) {
      return Optional.empty();
    }
    return Optional.of(price
        .map(amount -> new WrongLine("/lines/%d/unitPrice".formatted(index), WrongLine.PRICE_CHANGED,
            "must be %d, which is the price now".formatted(amount), Optional.of(new Money(amount, currency))))
        .orElseGet(() -> new WrongLine(sku(index), WrongLine.PRODUCT_NOT_SOLD,
            "is not sold in the order's currency, only in " + String.join(", ", new TreeSet<>(product.prices().keySet())), Optional.empty())));
  }

  private boolean wasRightUntilNow(String currency, OrderLine line, KnownProduct product, Instant now) {
    return now.isBefore(product.pricesSince().plus(grace))
        && Optional.ofNullable(product.formerPrices().get(currency)).filter(amount -> amount == line.unitPrice()).isPresent();
  }

  private static String sku(int index) {
    return "/lines/%d/sku".formatted(index);
  }
}
