package dev.tradewind.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.simulator.world.Fault;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CampaignTest {

  @Test
  void the_platform_keeps_its_promise_through_twenty_thousand_orders_and_every_kind_of_fault() {
    var totals = new Campaign(1, 20_000, 1, Optional.empty(), UnaryOperator.identity()).run(new Totals());

    assertThat(totals.failures()).as(totals.verdict().table()).isEmpty();
    assertThat(totals.orders()).isGreaterThanOrEqualTo(20_000);
    assertThat(totals.verdict().findings()).hasSize(10).allSatisfy(finding -> assertThat(finding.lookedAt()).as(finding.name()).isPositive());
    assertThat(Fault.values()).allSatisfy(fault -> assertThat(totals.strikes(fault)).as(fault.name()).isPositive());
  }

  @Test
  void threads_change_nothing_but_the_speed() {
    var one = new Campaign(7, 600, 1, Optional.empty(), UnaryOperator.identity()).run(new Totals());
    var two = new Campaign(7, 600, 2, Optional.empty(), plan -> plan).run(new Totals());

    // The other thread may begin one world more.
    assertThat(two.worlds()).isBetween(one.worlds(), one.worlds() + 1);
  }
}
