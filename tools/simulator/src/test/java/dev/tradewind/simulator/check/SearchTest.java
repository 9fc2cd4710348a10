package dev.tradewind.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.simulator.Platform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private static final SmallWorld CALM = SmallWorld.of("calm", "one order", 1, List.of("A"), "tok_approved", Map.of("A", 2L));

  @Test
  void of_one_order_without_faults_every_run_comes_to_one_end() {
    var found = search(CALM);

    assertThat(found.violation()).isEmpty();
    assertThat(found.ends()).isEqualTo(1);
    assertThat(found.states()).isGreaterThan(found.deepest());
  }

  @Test
  void of_two_orders_that_want_the_last_unit_either_can_get_it() {
    var found = search(SmallWorld.of("last", "the last unit", 2, List.of("A"), "tok_approved", Map.of("A", 1L)));

    assertThat(found.violation()).isEmpty();
    assertThat(found.ends()).isEqualTo(2);
  }

  @Test
  void with_a_crash_a_duplicate_or_a_timeout_the_platform_keeps_its_promise() {
    assertThat(search(CALM.within(0, 1, 0)).violation()).isEmpty();
    assertThat(search(CALM.within(1, 0, 0)).violation()).isEmpty();
    assertThat(search(CALM.within(0, 0, 1)).violation()).isEmpty();
  }

  @Test
  void with_the_central_log_it_holds_in_the_end_what_the_journals_hold() {
    var logged = search(CALM.andLogged());

    assertThat(logged.violation()).isEmpty();
    assertThat(logged.ends()).isEqualTo(1);
    assertThat(logged.states()).isGreaterThan(search(CALM).states());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tok_declined", "tok_capture_declined"})
  void money_that_cannot_be_had_leaves_nothing_behind_whatever_crashes(String card) {
    var found = search(SmallWorld.of("declined", "a card that is declined", 1, List.of("A"), card, Map.of("A", 1L)).within(0, 1, 0));

    assertThat(found.violation()).isEmpty();
    assertThat(found.ends()).isPositive();
  }

  @Test
  void each_kind_of_fault_adds_situations() {
    long calm = search(CALM).states();

    assertThat(search(CALM.within(1, 0, 0)).states()).isGreaterThan(calm);
    assertThat(search(CALM.within(0, 1, 0)).states()).isGreaterThan(calm);
    assertThat(search(CALM.within(0, 0, 1)).states()).isGreaterThan(calm);
    assertThat(search(CALM.andCancelled()).states()).isGreaterThan(calm);
  }

  @Test
  void every_run_finds_the_same() {
    var first = search(CALM.within(1, 1, 0));
    var second = search(CALM.within(1, 1, 0));

    assertThat(second.states()).isEqualTo(first.states());
    assertThat(second.steps()).isEqualTo(first.steps());
    assertThat(second.ends()).isEqualTo(first.ends());
  }

  @Test
  void to_look_up_what_a_process_did_before_reaches_the_same_situations_as_to_run_it_again() {
    var world = SmallWorld.of("two", "two orders", 2, List.of("A"), "tok_approved", Map.of("A", 1L)).within(1, 0, 0);
    var anew = new Search(world, world.beginning(new Setting(world, Platform.services(), true))).run();
    var lookedUp = search(world);

    assertThat(lookedUp.states()).isEqualTo(anew.states());
    assertThat(lookedUp.steps()).isEqualTo(anew.steps());
    assertThat(lookedUp.ends()).isEqualTo(anew.ends());
  }

  private static Found search(SmallWorld world) {
    return new Search(world, Platform.services()).run();
  }
}
