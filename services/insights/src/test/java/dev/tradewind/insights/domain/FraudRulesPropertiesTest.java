package dev.tradewind.insights.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Money;
import dev.tradewind.core.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is suspected follows from which orders there are: not from their order, not from repeats; and more orders never clear one. */
class FraudRulesPropertiesTest {

  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final FraudRules RULES = new FraudRules(WINDOW, 3, 250, 90);

  @Property
  void the_order_in_which_they_come_and_repeats_do_not_matter(@ForAll("orders") List<Placement> orders, @ForAll Random random) {
    var shuffled = new ArrayList<>(orders);
    orders.stream().filter(order -> random.nextBoolean()).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);

    assertThat(RULES.check(shuffled)).isEqualTo(RULES.check(orders));
  }

  @Property
  void one_more_order_clears_none(@ForAll("orders") List<Placement> orders) {
    assertThat(RULES.check(orders)).containsAll(RULES.check(orders.subList(0, orders.size() - 1)));
  }

  /** The naive way: for each order count what is in its window. */
  @Property
  void it_is_what_counting_from_scratch_finds(@ForAll("orders") List<Placement> orders) {
    var tooMany = orders.stream().filter(order -> orders.stream().filter(other -> inWindow(order, other)).count() > 3).toList();
    var tooMuch = orders.stream().filter(order -> orders.stream().filter(other -> inWindow(order, other))
        .filter(other -> other.total().currency().equals(order.total().currency())).mapToLong(other -> other.total().amount()).sum() > 250).toList();

    assertThat(by(orders, FraudRule.VELOCITY)).containsExactlyInAnyOrderElementsOf(tooMany);
    assertThat(by(orders, FraudRule.AMOUNT)).containsExactlyInAnyOrderElementsOf(tooMuch);
  }

  /** What a reader finds that is told of one order after the other, and looks only around each. */
  @Property
  void looking_around_each_new_order_finds_all(@ForAll("orders") List<Placement> orders, @ForAll Random random) {
    var coming = new ArrayList<>(orders);
    Collections.shuffle(coming, random);
    var kept = new ArrayList<Placement>();
    var found = new HashSet<Finding>();
    for (var order : coming) {
      kept.add(order);
      var around = kept.stream()
          .filter(other -> !other.at().isBefore(RULES.reach(order.at())) && other.at().isBefore(RULES.effect(order.at()))).toList();
      RULES.check(around).stream().filter(finding -> !finding.order().at().isBefore(order.at())).forEach(found::add);
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(RULES.check(orders));
  }

  private static List<Placement> by(List<Placement> orders, FraudRule rule) {
    return RULES.check(orders).stream().filter(finding -> finding.rule() == rule).map(Finding::order).toList();
  }

  private static boolean inWindow(Placement order, Placement other) {
    return other.position().compareTo(order.position()) <= 0 && other.at().isAfter(order.at().minus(WINDOW));
  }

  @Provide
  Arbitrary<List<Placement>> orders() {
    var order = Combinators.combine(
            Arbitraries.integers().between(0, 90), Arbitraries.longs().between(0, 120), Arbitraries.of("EUR", "JPY"), Arbitraries.integers())
        .as((second, amount, currency, id) -> new Placement("o-" + Integer.toUnsignedString(id), "c-1", new Money(amount, currency),
            Told.NOON.plusSeconds(second), new Cause("m-" + id, "", "o", "")));
    return order.list().uniqueElements(Placement::orderId).ofMinSize(1).ofMaxSize(25);
  }
}
