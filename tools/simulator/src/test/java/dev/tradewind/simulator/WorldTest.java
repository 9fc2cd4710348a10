package dev.tradewind.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.simulator.world.Fault;
import dev.tradewind.simulator.world.Plan;
import dev.tradewind.simulator.world.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTest {

  private static final EnumSet<Fault> ALL = EnumSet.allOf(Fault.class);

  @Test
  void the_same_seed_gives_the_same_world_to_the_last_event() {
    var first = Platform.run(Plan.of(3));
    var second = Platform.run(Plan.of(3));

    assertThat(second.hash()).isEqualTo(first.hash());
    assertThat(second.events()).isEqualTo(first.events());
    assertThat(second.strikes()).isEqualTo(first.strikes());
  }

  @Test
  void another_seed_gives_another_world() {
    assertThat(Platform.run(Plan.of(4)).hash()).isNotEqualTo(Platform.run(Plan.of(3)).hash());
  }

  @Test
  void a_listener_changes_nothing() {
    var told = new ByteArrayOutputStream();
    var watched = Platform.run(Plan.of(5).thenRepeated().withOrders(5), new PrintedTimeline(new PrintStream(told, true, StandardCharsets.UTF_8)));

    assertThat(watched.hash()).isEqualTo(Platform.run(Plan.of(5).thenRepeated().withOrders(5), Timeline.NONE).hash());
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("key-0 ", "places order", "receives ReserveStock", "the faults stop", "a year later everything comes again")
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
  }

  @Test
  void in_a_calm_world_nothing_goes_wrong_and_every_order_ends() {
    var outcome = Platform.run(Plan.of(6).without(ALL));

    assertThat(outcome.faults()).isZero();
    assertThat(outcome.held()).as(outcome.verdict().table()).isTrue();
    assertThat(outcome.verdict().findings().getFirst().lookedAt()).isEqualTo(outcome.plan().orders());
  }

  @Test
  void a_world_of_fewer_orders_has_only_the_first_of_them() {
    assertThat(Platform.run(Plan.of(6).withOrders(3).without(ALL)).verdict().findings().getFirst().lookedAt()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void each_fault_happens_by_itself_and_not_when_it_is_left_out(Fault fault) {
    var others = EnumSet.complementOf(EnumSet.of(fault));
    if (fault == Fault.REDRIVE) {
      // Something must have died first.
      others.remove(Fault.POISON);
    }
    long struck = 0;
    for (long seed = 1; seed <= 60 && struck == 0; seed++) {
      struck = Platform.run(Plan.of(seed).withOrders(30).without(others)).strikes()[fault.ordinal()];
    }

    assertThat(struck).isPositive();
    if (fault != Fault.REDRIVE) {
      assertThat(Platform.run(Plan.of(1).withOrders(30).without(Set.of(fault))).strikes()[fault.ordinal()]).isZero();
    }
  }
}
