package dev.tradewind.inventory.domain;

import dev.tradewind.contracts.Quantity;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an order asks to have set aside: all of it, or nothing.
 *
 * @param orderId the order
 * @param lines each product once
 * @param cause the command that asks
 */
public record Reservation(String orderId, List<Quantity> lines, Cause cause) {

  /** A transaction holds 100 items; one of them is the token. */
  static final int MOST_COUNTERS = 99;

  public Reservation {
    Check.notBlank(orderId, "orderId");
    Check.notNull(cause, "cause");
    lines = merged(Check.notNull(lines, "lines"));
    Check.that(!lines.isEmpty(), "order %s reserves nothing: at least one line is needed", orderId);
    Check.that(lines.size() <= MOST_COUNTERS, "order %s reserves %d products: %d are the most", orderId, lines.size(), MOST_COUNTERS);
  }

  public Set<String> skus() {
    return lines.stream().map(Quantity::sku).collect(Collectors.toUnmodifiableSet());
  }

  static List<Quantity> merged(List<Quantity> lines) {
    var bySku = new LinkedHashMap<String, Quantity>();
    for (var line : lines) {
      bySku.merge(line.sku(), line, (a, b) -> new Quantity(a.sku(), sum(a, b)));
    }
    return List.copyOf(bySku.values());
  }

  private static int sum(Quantity a, Quantity b) {
    long sum = (long) a.quantity() + b.quantity();
    Check.that(sum <= Integer.MAX_VALUE, "an order reserves %d units of %s: %d are the most", sum, a.sku(), Integer.MAX_VALUE);
    return (int) sum;
  }
}
