package dev.tradewind.insights.domain;

import static dev.tradewind.insights.domain.FraudRule.AMOUNT;
import static dev.tradewind.insights.domain.FraudRule.LARGE_ORDER;
import static dev.tradewind.insights.domain.FraudRule.VELOCITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FraudRulesTest {

  private final FraudRules rules = new FraudRules(Duration.ofSeconds(60), 3, 10_000, 5_000);

  private static Placement order(String id, long second, long amount) {
    return in("EUR", id, second, amount);
  }

  private static Placement in(String currency, String id, long second, long amount) {
    return new Placement(id, "c-1", new Money(amount, currency), Told.NOON.plusSeconds(second), new Cause("order/" + id + "/1/1", "", id, ""));
  }

  /** What is found, as order and rule. */
  private List<String> found(Placement... orders) {
    return rules.check(List.of(orders)).stream().map(finding -> finding.order().orderId() + " " + finding.rule()).toList();
  }

  @Test
  void the_order_that_is_one_too_many_is_suspected_and_so_is_each_that_follows() {
    assertThat(found(order("a", 0, 1), order("b", 10, 1), order("c", 20, 1))).isEmpty();
    assertThat(found(order("a", 0, 1), order("b", 10, 1), order("c", 20, 1), order("d", 30, 1), order("e", 40, 1)))
        .containsExactly("d " + VELOCITY, "e " + VELOCITY);
  }

  @Test
  void what_is_older_than_the_window_does_not_count() {
    assertThat(found(order("a", 0, 1), order("b", 10, 1), order("c", 20, 1), order("d", 59, 1))).containsExactly("d " + VELOCITY);
    assertThat(found(order("a", 0, 1), order("b", 10, 1), order("c", 20, 1), order("d", 60, 1))).isEmpty();
  }

  @Test
  void amounts_add_up_within_the_window() {
    assertThat(found(order("a", 0, 4_000), order("b", 10, 4_000), order("c", 20, 2_000))).isEmpty();
    assertThat(found(order("a", 0, 4_000), order("b", 10, 4_000), order("c", 20, 2_001))).containsExactly("c " + AMOUNT);
    assertThat(found(order("a", 0, 4_000), order("b", 10, 4_000), order("c", 60, 2_001))).isEmpty();
  }

  @Test
  void currencies_do_not() {
    assertThat(found(order("a", 0, 4_000), in("JPY", "b", 10, 4_000), in("USD", "c", 20, 4_000))).isEmpty();
    assertThat(found(in("JPY", "a", 0, 4_000), order("b", 5, 4_000), in("JPY", "c", 10, 4_000), in("JPY", "d", 20, 4_000)))
        .containsExactly("d " + VELOCITY, "d " + AMOUNT);
  }

  @Test
  void one_large_order_is_enough() {
    assertThat(found(order("a", 0, 5_000))).isEmpty();
    assertThat(found(order("a", 0, 5_001))).containsExactly("a " + LARGE_ORDER);
    assertThat(found(order("a", 0, Long.MAX_VALUE), order("b", 1, Long.MAX_VALUE)))
        .containsExactly("a " + AMOUNT, "a " + LARGE_ORDER, "b " + AMOUNT, "b " + LARGE_ORDER);
  }

  @Test
  void of_two_at_the_same_moment_it_is_known_which_came_first() {
    var orders = List.of(order("a", 0, 1), order("b", 0, 1), order("c", 0, 1), order("d", 0, 1));

    assertThat(rules.check(orders)).extracting(finding -> finding.order().orderId()).containsExactly("d");
    assertThat(rules.check(orders.reversed())).isEqualTo(rules.check(orders));
  }

  @Test
  void what_is_said_follows_from_the_rule_alone() {
    var orders = Stream.of("a", "b", "c", "d", "e").map(id -> order(id, 1, 6_000)).toList();

    assertThat(rules.check(orders)).extracting(Finding::detail).containsOnly("more than 3 orders of the customer within 60 s",
        "orders of the customer for more than 10000 within 60 s, in the smallest unit", "an order for more than 5000, in the smallest unit");
  }

  @Test
  void an_order_that_could_not_be_kept_or_compared_is_none() {
    var cause = new Cause("order/a/1/1", "", "a", "");
    var money = new Money(1, "EUR");
    assertThatThrownBy(() -> new Placement("a", "c-1", money, Told.NOON, new Cause("x".repeat(1_001), "", "a", "")))
        .hasMessageContaining("ids of a message");
    assertThatThrownBy(() -> new Placement("a", "c/1", money, Told.NOON, cause)).hasMessageContaining("customerId");
    assertThatThrownBy(() -> new Placement("a", "c-1", money, Instant.parse("9999-12-31T23:59:59Z"), cause)).hasMessageContaining("time must lie");
    assertThatThrownBy(() -> new Placement("a", "c-1", money, Instant.EPOCH.minusNanos(1), cause)).hasMessageContaining("time must lie");
  }

  @Test
  void limits_that_mean_nothing_are_refused() {
    assertThatThrownBy(() -> new FraudRules(Duration.ZERO, 1, 1, 1)).hasMessageContaining("window must be positive");
    assertThatThrownBy(() -> new FraudRules(Duration.ofDays(32), 1, 1, 1)).hasMessageContaining("window must be positive and at most");
    assertThatThrownBy(() -> new FraudRules(Duration.ofSeconds(1), 0, 1, 1)).hasMessageContaining("mostOrders");
    assertThatThrownBy(() -> new FraudRules(Duration.ofSeconds(1), 1, 0, 1)).hasMessageContaining("mostAmount");
    assertThatThrownBy(() -> new FraudRules(Duration.ofSeconds(1), 1, 1, 0)).hasMessageContaining("largestOrder");
  }
}
