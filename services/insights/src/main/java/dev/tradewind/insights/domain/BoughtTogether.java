package dev.tradewind.insights.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a product was bought in one order with another.
 *
 * @param sku the other product
 * @param orders that held both
 */
public record BoughtTogether(String sku, long orders) {

  public static final String TOGETHER = "together";

  /** What a sale adds: one for each product and each other in the same order, so that each finds its companions. */
  public static List<Contribution> of(Sale sale) {
    var amounts = new LinkedHashMap<Counter, Map<String, Long>>();
    sale.lines().keySet().forEach(one -> sale.lines().keySet().stream().filter(other -> !other.equals(one)).forEach(
        other -> amounts.put(new Counter(one, other, Map.of()), Map.of(TOGETHER, 1L))));
    return Contribution.parts(sale.orderId(), amounts);
  }
}
