package dev.tradewind.insights.domain;

import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.Check;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An order that was confirmed. It is confirmed once, so it is a sale once; what is cancelled or sent back later stays sold.
 *
 * @param orderId which order
 * @param at when it was confirmed: the time of the commit
 * @param region where it goes, an ISO 3166 code of two letters; {@link #NOWHERE} when the order does not say
 * @param currency of all revenue
 * @param lines what was sold, by SKU
 */
public record Sale(String orderId, Instant at, String region, String currency, SortedMap<String, Sold> lines) {

  /** What ISO 3166 leaves for private use. */
  public static final String NOWHERE = "ZZ";

  /**
   * Of one product.
   *
   * @param units 1 or more
   * @param revenue in minor units
   */
  public record Sold(long units, long revenue) {

    /** More cannot be: sums of many sales must stay within 64 bits. */
    private static final long MOST = 1_000_000_000_000_000L;

    public Sold {
      Check.that(units >= 1 && units <= MOST, "units of one product must be 1 to %d", MOST);
      Check.that(revenue >= 0 && revenue <= MOST, "revenue of one product must be 0 to %d", MOST);
    }

    private Sold plus(Sold more) {
      return new Sold(Math.addExact(units, more.units), Math.addExact(revenue, more.revenue));
    }
  }

  public Sale {
    Names.order(orderId);
    Times.check(at);
    Names.region(region);
    lines.keySet().forEach(Names::sku);
    lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
  }

  /**
   * The sale that a confirmed order is.
   *
   * @throws IllegalArgumentException when no order can be so
   */
  public static Sale of(OrderDocument order, Instant at) {
    Check.notNull(order.lines(), "lines");
    Check.notNull(order.total(), "total");
    return new Sale(order.orderId(), at, order.country().orElse(NOWHERE), order.total().currency(), bySku(order.lines()));
  }

  private static SortedMap<String, Sold> bySku(List<OrderLine> lines) {
    var sold = new TreeMap<String, Sold>();
    try {
      for (var line : lines) {
        sold.merge(line.sku(), new Sold(line.quantity(), Math.multiplyExact(line.quantity(), line.unitPrice())), Sold::plus);
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("revenue is more than 64 bits hold", e);
    }
    return sold;
  }
}
