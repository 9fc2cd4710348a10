package dev.tradewind.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Sample.Ask;
import dev.tradewind.core.Sample.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private record Pay(String key) implements Call {}

  @Test
  void a_change_without_events_is_refused_because_it_would_leave_no_trace() {
    assertThatThrownBy(() -> Decision.change()).hasMessage("a change needs at least one event");
    assertThatThrownBy(() -> Decision.change(List.of())).hasMessage("a change needs at least one event");
  }

  @Test
  void messages_are_added_in_the_order_they_are_named() {
    var change = Decision.change(new Kept("k")).send(new Ask("a", 1), new Ask("b", 1)).send(List.of(new Ask("c", 1)));

    assertThat(change.messages()).containsExactly(new Ask("a", 1), new Ask("b", 1), new Ask("c", 1));
  }

  @Test
  void each_part_is_added_without_losing_the_others() {
    var change = Decision.change(new Kept("k")).call(new Pay("p")).wakeAt(Sample.NOON).send(new Ask("a", 1));

    assertThat(change).isEqualTo(new Decision.Change<>(
        List.of(new Kept("k")), List.of(new Ask("a", 1)), Optional.of(Sample.NOON), Optional.of(new Pay("p"))));
  }

  @Test
  void a_change_is_not_altered_by_what_is_built_from_it() {
    var change = Decision.change(new Kept("k"));

    change.send(new Ask("a", 1)).wakeAt(Sample.NOON);

    assertThat(change).isEqualTo(Decision.change(new Kept("k")));
  }

  @Test
  void lists_given_to_it_may_change_afterwards() {
    var events = new ArrayList<>(List.of(new Kept("k")));
    var change = Decision.change(events);

    events.clear();

    assertThat(change.events()).hasSize(1);
  }

  @Test
  void the_other_decisions_hold_what_they_were_given() {
    assertThat(Decision.nothing()).isEqualTo(new Decision.Nothing<>());
    assertThat(Decision.ask(new Pay("p"))).isEqualTo(new Decision.Ask<>(new Pay("p")));
    assertThat(Decision.repeat(Ask.class)).isEqualTo(new Decision.Repeat<>(Ask.class));
    assertThat(Decision.waitUntil(Sample.NOON)).isEqualTo(new Decision.Wait<>(Sample.NOON));
    assertThat(Decision.refuse("code", "Detail.")).isEqualTo(new Decision.Refuse<>("code", "Detail."));
  }
}
