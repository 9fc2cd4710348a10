package dev.tradewind.core.saga;

import static dev.tradewind.core.saga.Saga.saga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Command;
import dev.tradewind.core.saga.Progress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SagaTest {

  record Do(String what) implements Command {}

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  static final Saga<String> TRIP = Saga.<String>saga("trip-v1")
      .step("train", name -> new Do("train " + name)).undo(name -> new Do("no train " + name))
          .within(Duration.ofSeconds(10)).attempts(3).onTimeout(OnTimeout.COMPENSATE)
      .step("hotel", name -> new Do("hotel " + name)).undoUnlessTooLate(name -> new Do("no hotel " + name))
          .within(Duration.ofSeconds(60)).attempts(2).onTimeout(OnTimeout.COMPENSATE)
      .step("pay", name -> new Do("pay " + name)).undo(name -> new Do("pay back " + name))
          .within(Duration.ofSeconds(20)).attempts(1).onTimeout(OnTimeout.NEEDS_ATTENTION)
      .build();

  private static Progress done(String... steps) {
    var progress = TRIP.begun(START);
    for (var step : steps) {
      progress = TRIP.completed(progress, step, START);
    }
    return progress;
  }

  private static Stream<String> current(Progress progress) {
    return TRIP.current(progress).map(Step::name).stream();
  }

  @Nested
  class Forward {

    @Test
    void it_begins_with_the_first_step() {
      assertThat(current(TRIP.begun(START))).containsExactly("train");
      assertThat(TRIP.begun(START)).isEqualTo(new Progress(Phase.FORWARD, Set.of(), 1, START, START.plusSeconds(10), false));
    }

    @Test
    void each_step_follows_the_one_before_in_the_order_of_the_table() {
      assertThat(current(done("train"))).containsExactly("hotel");
      assertThat(current(done("train", "hotel"))).containsExactly("pay");
    }

    @Test
    void it_is_over_when_every_step_is_done() {
      var progress = done("train", "hotel", "pay");

      assertThat(progress.phase()).isEqualTo(Phase.COMPLETED);
      assertThat(current(progress)).isEmpty();
      assertThat(TRIP.due(progress)).isEmpty();
      assertThat(TRIP.mayTryAgain(progress)).isFalse();
    }

    @Test
    void the_same_answer_twice_is_one_step() {
      assertThat(done("train", "train").done()).containsExactly("train");
      assertThat(current(done("train", "train"))).containsExactly("hotel");
    }

    @Test
    void a_step_the_table_does_not_have_never_stands_in_for_one_it_has() {
      var progress = done("train", "hotel", "a step of another table");

      assertThat(progress.phase()).isEqualTo(Phase.FORWARD);
      assertThat(current(progress)).containsExactly("pay");
    }

    @Test
    void a_step_made_from_the_state_is_what_is_asked_for() {
      assertThat(TRIP.current(TRIP.begun(START)).orElseThrow().command().apply("Rome")).isEqualTo(new Do("train Rome"));
    }
  }

  @Nested
  class Back {

    @Test
    void steps_whose_undo_may_be_refused_are_undone_first_and_the_rest_in_reverse() {
      var progress = TRIP.compensating(done("train", "hotel"), true, START);
      assertThat(progress.done()).containsExactlyInAnyOrder("train", "hotel", "pay");

      assertThat(current(progress)).containsExactly("hotel");
      progress = TRIP.undone(progress, "hotel", START);
      assertThat(current(progress)).containsExactly("pay");
      progress = TRIP.undone(progress, "pay", START);
      assertThat(current(progress)).containsExactly("train");
      progress = TRIP.undone(progress, "train", START);
      assertThat(progress.phase()).isEqualTo(Phase.COMPENSATED);
      assertThat(current(progress)).isEmpty();
    }

    @Test
    void the_step_under_way_is_undone_too_when_it_may_have_happened() {
      assertThat(TRIP.compensating(TRIP.begun(START), true, START).done()).containsExactly("train");
      assertThat(TRIP.compensating(TRIP.begun(START), false, START).phase()).isEqualTo(Phase.COMPENSATED);
    }

    @Test
    void a_step_that_certainly_did_not_happen_is_left_alone() {
      assertThat(TRIP.compensating(done("train", "hotel"), false, START).done()).containsExactlyInAnyOrder("train", "hotel");
    }

    @Test
    void it_can_turn_round_even_when_everything_is_done() {
      assertThat(current(TRIP.compensating(done("train", "hotel", "pay"), true, START))).containsExactly("hotel");
    }

    @Test
    void an_undo_that_comes_too_late_leaves_everything_as_it_was() {
      var complete = done("train", "hotel", "pay");
      assertThat(TRIP.undoRefused(TRIP.compensating(complete, true, START), START)).isEqualTo(complete);

      var halfway = TRIP.undoRefused(TRIP.compensating(done("train", "hotel"), false, START), START);
      assertThat(halfway.phase()).isEqualTo(Phase.FORWARD);
      assertThat(current(halfway)).containsExactly("pay");
      assertThat(halfway.done()).containsExactlyInAnyOrder("train", "hotel");
    }

    @Test
    void every_undo_begins_with_its_first_attempt() {
      var worn = TRIP.retried(done("train", "hotel"), 7, START);

      assertThat(TRIP.compensating(worn, true, START).attempt()).isEqualTo(1);
      assertThat(TRIP.undone(TRIP.compensating(worn, true, START), "hotel", START).attempt()).isEqualTo(1);
    }
  }

  @Nested
  class HeldUp {

    private final Instant later = START.plusSeconds(5);
    private final Instant until = START.plusSeconds(86_400);

    private Progress held(Progress progress) {
      return TRIP.heldUp(progress, until);
    }

    @Test
    void the_step_under_way_stays_asked_for_and_a_deadline_comes_when_the_hold_is_over() {
      assertThat(held(TRIP.begun(START))).isEqualTo(new Progress(Phase.FORWARD, Set.of(), 1, START, until, false));
      assertThat(held(TRIP.begun(START)).isAsked()).isTrue();
      assertThat(held(done("train", "hotel", "pay")).armed()).isEqualTo(until);
    }

    @Test
    void the_next_step_is_not_asked_for_and_nothing_is_due() {
      var held = TRIP.completedHeldUp(held(TRIP.begun(START)), "train", later);

      assertThat(current(held)).containsExactly("hotel");
      assertThat(held.isAsked()).isFalse();
      assertThat(TRIP.due(held)).isEmpty();
    }

    @Test
    void after_the_last_step_it_is_over() {
      assertThat(TRIP.completedHeldUp(done("train", "hotel"), "pay", later)).isEqualTo(done("train", "hotel", "pay"));
    }

    @Test
    void it_goes_on_with_a_first_attempt_and_a_deadline_of_its_own_even_where_one_seems_to_be_outstanding() {
      var halfway = TRIP.retried(TRIP.completedHeldUp(held(TRIP.begun(START)), "train", later), 1, later);
      assertThat(halfway).isEqualTo(new Progress(Phase.FORWARD, Set.of("train"), 1, later, later.plusSeconds(60), false));

      assertThat(TRIP.retried(held(TRIP.begun(START)), 1, START).armed()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void it_turns_round_and_leaves_alone_what_was_not_asked_for() {
      var turned = TRIP.compensating(TRIP.completedHeldUp(held(TRIP.begun(START)), "train", later), false, later);

      assertThat(turned).isEqualTo(new Progress(Phase.COMPENSATING, Set.of("train"), 1, later, later.plusSeconds(10), false));
    }
  }

  @Nested
  class Timeouts {

    @Test
    void an_attempt_is_due_when_its_step_has_taken_too_long() {
      assertThat(TRIP.due(TRIP.begun(START))).contains(START.plusSeconds(10));
      assertThat(TRIP.due(TRIP.completed(TRIP.begun(START), "train", START.plusSeconds(4)))).contains(START.plusSeconds(64));
    }

    @Test
    void an_undo_may_take_as_long_as_its_step() {
      assertThat(TRIP.due(TRIP.compensating(TRIP.begun(START), true, START.plusSeconds(1)))).contains(START.plusSeconds(11));
    }

    @Test
    void each_attempt_may_take_twice_as_long_as_the_one_before_it() {
      var first = TRIP.begun(START);
      var second = TRIP.retried(first, 2, START.plusSeconds(10));
      var third = TRIP.retried(second, 3, START.plusSeconds(30));

      assertThat(TRIP.due(second)).contains(START.plusSeconds(10 + 20));
      assertThat(TRIP.due(third)).contains(START.plusSeconds(30 + 40));
    }

    @Test
    void a_step_is_asked_for_as_often_as_its_row_says() {
      var first = TRIP.begun(START);
      var second = TRIP.retried(first, 2, START.plusSeconds(10));
      var third = TRIP.retried(second, 3, START.plusSeconds(30));

      assertThat(TRIP.mayTryAgain(first)).isTrue();
      assertThat(TRIP.mayTryAgain(second)).isTrue();
      assertThat(TRIP.mayTryAgain(third)).isFalse();
      assertThat(current(third)).containsExactly("train");
    }

    @Test
    void a_step_that_needs_a_person_waits_for_nothing_else_and_keeps_its_place() {
      var stuck = TRIP.needingAttention(done("train", "hotel"));

      assertThat(stuck.needsAttention()).isTrue();
      assertThat(TRIP.due(stuck)).isEmpty();
      assertThat(current(stuck)).containsExactly("pay");
    }

    @Test
    void a_late_answer_still_counts_and_takes_the_need_away() {
      var stuck = TRIP.needingAttention(TRIP.begun(START));
      var moved = TRIP.completed(stuck, "train", START.plusSeconds(500));

      assertThat(moved.needsAttention()).isFalse();
      assertThat(current(moved)).containsExactly("hotel");
      assertThat(moved.armed()).isEqualTo(START.plusSeconds(560));
      assertThat(TRIP.completed(TRIP.needingAttention(done("train", "hotel")), "pay", START).phase()).isEqualTo(Phase.COMPLETED);
    }

    @Test
    void who_decides_may_also_ask_again_or_turn_round() {
      var stuck = TRIP.needingAttention(done("train", "hotel"));

      assertThat(TRIP.retried(stuck, 1, START.plusSeconds(900)).needsAttention()).isFalse();
      assertThat(TRIP.compensating(stuck, true, START.plusSeconds(900)).phase()).isEqualTo(Phase.COMPENSATING);
    }
  }

  @Nested
  class Arming {

    @Test
    void a_deadline_that_comes_no_later_than_what_is_due_is_enough() {
      var hotel = done("train");

      assertThat(hotel.armed()).isEqualTo(START.plusSeconds(10));
      assertThat(TRIP.due(hotel)).contains(START.plusSeconds(60));
    }

    @Test
    void one_that_comes_later_than_what_is_due_is_not() {
      var hotel = TRIP.completed(TRIP.begun(START), "train", START.plusSeconds(10));
      assertThat(hotel.armed()).isEqualTo(START.plusSeconds(70));

      var pay = TRIP.completed(hotel, "hotel", START.plusSeconds(11));

      assertThat(pay.armed()).isEqualTo(START.plusSeconds(31));
    }

    @Test
    void one_that_came_is_gone() {
      var again = TRIP.retried(TRIP.begun(START), 2, START.plusSeconds(10));

      assertThat(again.armed()).isEqualTo(START.plusSeconds(10 + 20));
    }

    @Test
    void nothing_is_known_to_be_armed_when_nothing_is_waited_for() {
      assertThat(done("train", "hotel", "pay").armed()).isEqualTo(Instant.EPOCH);
      assertThat(TRIP.needingAttention(TRIP.begun(START)).armed()).isEqualTo(Instant.EPOCH);
      assertThat(Progress.none().armed()).isEqualTo(Instant.EPOCH);
    }
  }

  @Nested
  class Table {

    @Test
    void a_table_without_steps_or_with_two_of_one_name_is_refused() {
      assertThatThrownBy(() -> saga("empty").build()).hasMessage("saga empty has no steps");
      assertThatThrownBy(() -> row().onTimeout(OnTimeout.COMPENSATE).step("a", s -> new Do("a")).undo(s -> new Do("b")).onTimeout(OnTimeout.COMPENSATE).build())
          .hasMessage("saga s names a step twice");
      assertThatThrownBy(() -> saga(" ").step("a", s -> new Do("a")).undo(s -> new Do("b")).onTimeout(OnTimeout.COMPENSATE).build())
          .hasMessage("name must not be blank");
    }

    @Test
    void a_row_without_an_undo_is_refused() {
      assertThatThrownBy(() -> saga("s").step("a", s -> new Do("a")).onTimeout(OnTimeout.COMPENSATE)).hasMessage("an undo for step a is required");
    }

    @Test
    void a_row_that_cannot_wait_or_try_is_refused() {
      assertThatThrownBy(() -> row().within(Duration.ZERO).onTimeout(OnTimeout.COMPENSATE)).hasMessage("step a: within must be positive, but is PT0S");
      assertThatThrownBy(() -> row().attempts(0).onTimeout(OnTimeout.COMPENSATE)).hasMessage("step a: attempts are 1 to 20, but are 0");
      assertThatThrownBy(() -> row().attempts(21).onTimeout(OnTimeout.COMPENSATE)).hasMessage("step a: attempts are 1 to 20, but are 21");
      assertThatThrownBy(() -> row().onTimeout(null)).hasMessage("onTimeout is required");
    }

    @Test
    void it_knows_its_name_because_that_is_stored_with_what_runs_it() {
      assertThat(TRIP.name()).isEqualTo("trip-v1");
    }

    private SagaBuilder<Object>.Row row() {
      return saga("s").step("a", s -> new Do("a")).undo(s -> new Do("b"));
    }
  }
}
