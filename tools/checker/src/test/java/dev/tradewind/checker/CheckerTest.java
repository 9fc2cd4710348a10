package dev.tradewind.checker;

import static dev.tradewind.checker.Story.SKU;
import static dev.tradewind.checker.Story.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.checker.Sending.Fate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {

  @Test
  void a_world_as_promised_is_held() {
    var verdict = Checker.check(world().evidence());

    assertThat(verdict.held()).isTrue();
    assertThat(verdict.findings()).extracting(Finding::number).containsExactly(1, 2, 3, 4, 5, 7, 8);
    assertThat(verdict.findings()).allMatch(finding -> finding.lookedAt() > 0);
  }

  @Test
  void nothing_at_all_is_held_but_shows_that_nothing_was_seen() {
    var verdict = Checker.check(new Story().evidence());

    assertThat(verdict.held()).isTrue();
    assertThat(verdict.findings()).allMatch(finding -> finding.lookedAt() == 0);
  }

  @ParameterizedTest
  @MethodSource
  void each_way_to_break_a_promise_breaks_that_one_alone(int broken, UnaryOperator<Story> damage) {
    var verdict = Checker.check(damage.apply(world()).evidence());

    assertThat(verdict.held()).isFalse();
    assertThat(verdict.findings()).filteredOn(finding -> !finding.held()).extracting(Finding::number).containsExactly(broken);
  }

  static Stream<Arguments> each_way_to_break_a_promise_breaks_that_one_alone() {
    return Stream.of(
        broken(1, story -> story.accepted("o9", 100)),
        broken(1, story -> story.order("o9", "OrderPlaced")),
        broken(2, story -> story.order("o9", "OrderPlaced", "OrderRejected").authorized("o9", 100)),
        broken(3, story -> story.counter("c9", SKU, 0, 1)),
        broken(3, story -> story.receipt("ghost", 1)),
        broken(4, story -> story.order("o9", "OrderPlaced", "OrderRejected").parcel("o9", Parcel.Status.BOOKED)),
        broken(4, story -> story.token("o9", Token.State.RESERVED, Map.of())),
        broken(5, story -> story.stream("payment/o9", List.of(commit(2, "a", "x")))),
        broken(7, story -> story.sent("q", "m9", Fate.LOST)),
        broken(7, story -> story.stream("payment/o9", List.of(commit(1, "a", "x", new dev.tradewind.checker.Stream.Outgoing("m9", List.of("q")))))),
        broken(8, story -> story.asked("key of o1", "B", 500, 202, "o1")));
  }

  private static Arguments broken(int number, UnaryOperator<Story> damage) {
    return Arguments.of(number, damage);
  }

  private static Story world() {
    return new Story().delivered("o1", 500).cancelled("o2", 300)
        .receipt(SKU, 10).counter("c0", SKU, 9, 10)
        .sent("q", "m1", Fate.PROCESSED);
  }
}
