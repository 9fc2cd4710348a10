package dev.tradewind.insights.domain;

import dev.tradewind.core.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules. Each looks at one order and at those of the same customer that came before it, within a window that ends with the order. So which
 * orders break them follows from the set of orders, not from when we hear of them; and one more order can only make more of them break.
 *
 * @param window how far back a window reaches
 * @param mostOrders of one customer within a window
 * @param mostAmount of one customer within a window, in minor units, each currency by itself
 * @param largestOrder in minor units, whatever the currency
 */
public record FraudRules(Duration window, int mostOrders, long mostAmount, long largestOrder) {

  private static final Duration LONGEST = Duration.ofDays(31);

  public FraudRules {
    Check.that(window.isPositive() && window.compareTo(LONGEST) <= 0, "window must be positive and at most %s, but is %s", LONGEST, window);
    Check.that(mostOrders >= 1, "mostOrders must be 1 or more, but is %d", mostOrders);
    Check.that(mostAmount >= 1, "mostAmount must be 1 or more, but is %d", mostAmount);
    Check.that(largestOrder >= 1, "largestOrder must be 1 or more, but is %d", largestOrder);
  }

  /** From when on a customer's orders must be known to judge one of this time. */
  public Instant reach(Instant at) {
    return at.minus(window);
  }

  /** Until when orders may be judged otherwise because of one of this time. */
  public Instant effect(Instant at) {
    return at.plus(window);
  }

  /**
   * Every order that breaks a rule.
   *
   * @param orders of one customer, in any order; one that is there twice counts once
   */
  public List<Finding> check(Collection<Placement> orders) {
    var sorted = orders.stream().distinct().sorted(Comparator.comparing(Placement::position)).toList();
    var findings = new ArrayList<Finding>();
    int oldest = 0;
    for (int i = 0; i < sorted.size(); i++) {
      var order = sorted.get(i);
      while (!sorted.get(oldest).at().isAfter(reach(order.at()))) {
        oldest++;
      }
      var seen = sorted.subList(oldest, i + 1);
      Stream.of(FraudRule.values()).filter(rule -> isBroken(rule, order, seen)).forEach(rule -> findings.add(new Finding(order, rule, detail(rule))));
    }
    return findings;
  }

  private boolean isBroken(FraudRule rule, Placement order, List<Placement> window) {
    return switch (rule) {
      case VELOCITY -> window.size() > mostOrders;
      case AMOUNT -> sum(order, window) > mostAmount;
      case LARGE_ORDER -> order.total().amount() > largestOrder;
    };
  }

  /** Ends where it is too much already: sums of hostile amounts must not overflow. */
  private long sum(Placement order, List<Placement> window) {
    long sum = 0;
    for (var each : window) {
      if (each.total().currency().equals(order.total().currency())) {
        sum += Math.min(each.total().amount(), Long.MAX_VALUE - sum);
      }
    }
    return sum;
  }

  private String detail(FraudRule rule) {
    return switch (rule) {
      case VELOCITY -> "more than %d orders of the customer within %d s".formatted(mostOrders, window.toSeconds());
      case AMOUNT -> "orders of the customer for more than %d within %d s, in the smallest unit".formatted(mostAmount, window.toSeconds());
      case LARGE_ORDER -> "an order for more than %d, in the smallest unit".formatted(largestOrder);
    };
  }
}
