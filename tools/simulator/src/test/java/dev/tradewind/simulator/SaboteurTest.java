package dev.tradewind.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tradewind.simulator.sabotage.Saboteur;
import dev.tradewind.simulator.world.Plan;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaboteurTest {

  private static final int MOST_WORLDS = 60;
  private static final int ORDERS = 60;

  @ParameterizedTest
  @EnumSource(Saboteur.class)
  void every_mistake_is_found_by_the_invariant_it_breaks_and_the_honest_platform_passes_the_same_world(Saboteur saboteur) {
    for (long seed : LongStream.iterate(1, seed -> seed + 1).filter(seed -> mayShow(saboteur, Plan.of(seed))).limit(MOST_WORLDS).toArray()) {
      var outcome = Platform.run(Plan.of(seed).withOrders(ORDERS).with(saboteur.work()));
      if (outcome.verdict().findings().stream().anyMatch(finding -> finding.number() == saboteur.breaks() && !finding.held())) {
        var honest = Platform.run(Plan.of(seed).withOrders(ORDERS));
        assertThat(honest.held()).as(honest.verdict().table()).isTrue();
        return;
      }
    }
    fail("%s was not found in %d worlds", saboteur, MOST_WORLDS);
  }

  /** Few worlds have an archive. */
  private static boolean mayShow(Saboteur saboteur, Plan plan) {
    return plan.json() || saboteur != Saboteur.FAILED_BATCH_COUNTS;
  }

  @Test
  void a_failure_shrinks_to_a_world_that_still_fails_and_says_how_to_see_it() {
    var failure = LongStream.rangeClosed(1, MOST_WORLDS).mapToObj(seed -> Platform.run(Plan.of(seed).with(Saboteur.REPEATED_KEY_ACCEPTED.work())))
        .filter(outcome -> !outcome.held()).findFirst().orElseThrow();

    var smallest = Shrinking.of(failure);

    assertThat(smallest.outcome().held()).isFalse();
    assertThat(smallest.outcome().plan().orders()).isLessThan(failure.plan().orders());
    assertThat(smallest.command()).startsWith("./tradewind simulate --seed %d --orders ".formatted(failure.plan().seed()) + smallest.outcome().plan().orders());
    assertThat(Platform.run(failure.plan().withOrders(smallest.outcome().plan().orders()).without(smallest.without())).hash())
        .isEqualTo(smallest.outcome().hash());
  }
}
