package dev.tradewind.launcher.orders;

import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run of orders came to, and whether it adds up.
 *
 * @param counts what was expected → how it came out → how many
 * @param captured what the delivered orders cost, by currency, in minor units
 * @param ledger what the provider's books hold for all of these orders, by currency; empty when they were out of reach
 * @param surprises what is not as it should be, a line each; empty when everything adds up
 */
record Summary(int orders, Duration elapsed, Map<String, Map<String, Integer>> counts, Percentiles accept, Percentiles toEnd, long retries,
    Map<String, Long> captured, Optional<Map<String, Long>> ledger, List<String> surprises) {

  static Summary of(List<OrderResult> results, Duration elapsed, Tally tally, long retries, Optional<Ledger> ledger) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    Map<String, Long> captured = new TreeMap<>();
    Map<String, Long> booked = new TreeMap<>();
    List<String> surprises = new ArrayList<>();
    for (OrderResult result : results) {
      counts.computeIfAbsent(result.plan().expectation(), expectation -> new TreeMap<>()).merge(result.outcome(), 1, Integer::sum);
      surprise(result).ifPresent(surprises::add);
      if (result instanceof OrderResult.Ended ended) {
        captured.merge(ended.total().currency(), paid(ended), Long::sum);
        ledger.ifPresent(books -> {
          booked.merge(ended.total().currency(), books.net(ended.orderId(), ended.total().currency()), Long::sum);
          surprise(ended, books).ifPresent(surprises::add);
        });
      }
    }
    return new Summary(results.size(), elapsed, counts, tally.accept(), tally.toEnd(), retries, captured,
        ledger.map(books -> booked), List.copyOf(surprises));
  }

  boolean addsUp() {
    return surprises.isEmpty();
  }

  double ordersPerSecond() {
    return orders / (elapsed.toMillis() / 1e3);
  }

  /** How many came out so. */
  int count(String outcome) {
    return counts.values().stream().mapToInt(outcomes -> outcomes.getOrDefault(outcome, 0)).sum();
  }

  private static long paid(OrderResult.Ended ended) {
    return ended.end() == End.DELIVERED ? ended.total().amount() : 0;
  }

  private static Optional<String> surprise(OrderResult result) {
    if (result.isExpected()) {
      return Optional.empty();
    }
    String where = "line %d, expected %s: ".formatted(result.plan().line(), result.plan().expectation());
    return Optional.of(where + switch (result) {
      case OrderResult.Ended ended -> "%s%s (order %s)".formatted(ended.end(), ended.reason().isEmpty() ? "" : ", " + ended.reason(), ended.orderId());
      case OrderResult.Unfinished unfinished -> "no end, last seen: %s (order %s)".formatted(unfinished.lastState(), unfinished.orderId());
      case OrderResult.NotAccepted refused -> "not accepted: " + refused.why();
    });
  }

  private static Optional<String> surprise(OrderResult.Ended ended, Ledger books) {
    long net = books.net(ended.orderId(), ended.total().currency());
    String where = "line %d, order %s: ".formatted(ended.plan().line(), ended.orderId());
    if (books.capturedTwice().contains(ended.orderId())) {
      return Optional.of(where + "the provider captured it more than once");
    }
    return net == paid(ended) ? Optional.empty() : Optional.of("%sthe order is %s, so the provider should hold %s for it, and holds %s".formatted(
        where, ended.end(), new Money(paid(ended), ended.total().currency()), new Money(net, ended.total().currency())));
  }

  /** Amounts in words. */
  static String money(Map<String, Long> amounts) {
    return amounts.isEmpty() ? "nothing" : amounts.entrySet().stream().map(entry -> new Money(entry.getValue(), entry.getKey()).toString())
        .collect(Collectors.joining(", "));
  }
}
