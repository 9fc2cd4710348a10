package dev.tradewind.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private final Agenda agenda = new Agenda();
  private final List<String> happened = new ArrayList<>();

  @Test
  void the_earliest_happens_first_and_what_is_due_at_one_time_in_the_order_it_was_written_down() {
    agenda.at(20, () -> happened.add("third"));
    agenda.at(10, () -> happened.add("first"));
    agenda.at(10, () -> happened.add("second"));

    agenda.runUntil(21);

    assertThat(happened).containsExactly("first", "second", "third");
    assertThat(agenda.now()).isEqualTo(21);
  }

  @Test
  void what_happens_may_write_down_more() {
    agenda.at(5, () -> agenda.after(5, () -> happened.add("at " + agenda.now())));

    agenda.runUntil(11);

    assertThat(happened).containsExactly("at 10");
  }

  @Test
  void what_is_due_later_waits() {
    agenda.at(10, () -> happened.add("too early"));

    agenda.runUntil(10);

    assertThat(happened).isEmpty();
    assertThat(agenda.isEmpty()).isFalse();
  }

  @Test
  void a_thousand_events_written_down_in_any_order_happen_in_order_of_time() {
    var chance = new Chance(1);
    var times = new ArrayList<Long>();
    for (int i = 0; i < 1_000; i++) {
      agenda.at(chance.below(500), () -> times.add(agenda.now()));
    }

    agenda.runUntil(501);

    assertThat(times).hasSize(1_000).isSorted();
  }

  @Test
  void time_that_is_skipped_makes_late_what_waited() {
    agenda.at(10, () -> happened.add("at " + agenda.now()));
    agenda.skip(1_000);

    agenda.step();

    assertThat(happened).containsExactly("at 1000");
  }

  @Test
  void what_is_later_than_there_is_room_for_is_refused_with_the_bound() {
    assertThatThrownBy(() -> agenda.at(Long.MAX_VALUE, () -> happened.add("never")))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("the agenda is full: it has room for 137438953471 ms");
  }
}
