package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.sabotage.Saboteur.ACKNOWLEDGE_BEFORE_DISPATCH;
import static dev.tradewind.simulator.sabotage.Saboteur.DEADLINE_NOT_ARMED_FIRST;
import static dev.tradewind.simulator.sabotage.Saboteur.FORGOTTEN_REFUND;
import static dev.tradewind.simulator.sabotage.Saboteur.LOGGED_BEFORE_THE_COMMIT;
import static dev.tradewind.simulator.sabotage.Saboteur.LOG_NOT_AWAITED;
import static dev.tradewind.simulator.sabotage.Saboteur.NO_CONDITION_ON_THE_COMMIT;
import static dev.tradewind.simulator.sabotage.Saboteur.NO_IDEMPOTENCY_KEY;
import static dev.tradewind.simulator.sabotage.Saboteur.NO_TOMBSTONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.simulator.Platform;
import dev.tradewind.simulator.sabotage.Saboteur;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that finds no mistake made on purpose would show nothing by finding none. */
class MistakesTest {

  private static final SmallWorld CALM = SmallWorld.of("one", "one order", 1, List.of("A"), "tok_approved", Map.of("A", 2L));

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(ACKNOWLEDGE_BEFORE_DISPATCH, CALM.within(0, 1, 0)),
        Arguments.of(NO_CONDITION_ON_THE_COMMIT, CALM.andCancelled()),
        Arguments.of(NO_TOMBSTONE, CALM.ofTheNextRelease().within(0, 0, 2)),
        Arguments.of(NO_IDEMPOTENCY_KEY, CALM.within(0, 0, 1)),
        Arguments.of(DEADLINE_NOT_ARMED_FIRST, CALM.within(0, 1, 0)),
        Arguments.of(FORGOTTEN_REFUND, CALM.andCancelled()),
        Arguments.of(LOG_NOT_AWAITED, CALM.andLogged().within(0, 1, 0)),
        Arguments.of(LOGGED_BEFORE_THE_COMMIT, CALM.andLogged().within(0, 1, 0)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_found_and_the_way_to_it_can_be_read(Saboteur saboteur, SmallWorld world) {
    var found = new Search(world.with(saboteur::work), Platform.services()).run();

    assertThat(found.violation()).isPresent();
    assertThat(found.violation().get().what()).isNotBlank();
    assertThat(found.violation().get().timeline()).isNotEmpty().first().asString().contains("orders-A", "request to place");
  }

  @Test
  void the_shortest_way_is_no_longer_than_the_one_found_first_and_ends_in_a_violation_too() {
    var world = CALM.within(0, 1, 0).with(DEADLINE_NOT_ARMED_FIRST::work);
    var found = new Search(world, Platform.services()).run();

    var shortest = Shortest.of(found, Platform.services());

    assertThat(shortest.violation().orElseThrow().timeline()).hasSizeLessThanOrEqualTo(found.violation().orElseThrow().timeline().size());
    assertThat(shortest.violation().orElseThrow().what()).contains("invariant 1");
    assertThat(Report.violation(shortest)).contains("and dies before it hears of it").doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
  }
}
