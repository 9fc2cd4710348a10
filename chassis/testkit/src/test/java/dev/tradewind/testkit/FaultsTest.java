package dev.tradewind.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Call;
import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Message;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.StreamId;
import dev.tradewind.testkit.ContractEvent.Fetch;
import dev.tradewind.testkit.ContractEvent.Noted;
import dev.tradewind.testkit.Faults.Fault;
import dev.tradewind.testkit.Faults.Kind;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final StreamId STREAM = new StreamId("till", "1");

  private record Phone() implements Call {}

  private final InMemoryJournal<ContractEvent> journal = InMemoryJournal.plain();
  private final InMemoryBus bus = InMemoryBus.plain(ManualClock.at(DeciderSpec.START));
  private final List<Call> calls = new ArrayList<>();

  @Test
  void without_one_every_effect_passes_and_is_counted() {
    var faults = Faults.none();
    run(faults);

    assertThat(faults.effects()).containsExactly("append till/1/1", "send till/1/1/0", "send till/1/1/1", "call Phone");
    assertThat(journal.history(STREAM).version()).isEqualTo(1);
    assertThat(bus.sent()).hasSize(2);
    assertThat(calls).hasSize(1);
  }

  @Test
  void a_crash_before_an_effect_lets_neither_it_nor_anything_after_it_happen() {
    var faults = Faults.of(Kind.CRASH_BEFORE, 3);

    assertThatThrownBy(() -> run(faults)).isInstanceOf(Fault.class).hasMessage("CRASH_BEFORE at send till/1/1/1");

    assertThat(bus.sent()).extracting(Message::id).containsExactly("till/1/1/0");
    assertThat(faults.isDead()).isTrue();
    assertThatThrownBy(() -> faults.on(journal).read(STREAM).await().indefinitely()).hasMessage("the process is dead");
  }

  @Test
  void a_crash_after_an_effect_lets_it_happen_and_nothing_after_it() {
    var faults = Faults.of(Kind.CRASH_AFTER, 1);

    assertThatThrownBy(() -> run(faults)).isInstanceOf(Fault.class);

    assertThat(journal.history(STREAM).version()).isEqualTo(1);
    assertThat(bus.sent()).isEmpty();
  }

  @Test
  void a_lost_answer_fails_once_and_the_process_lives_on() {
    var faults = Faults.of(Kind.ANSWER_LOST, 4);

    assertThatThrownBy(() -> run(faults)).isInstanceOf(Fault.class);
    assertThat(calls).hasSize(1);
    assertThat(faults.isDead()).isFalse();

    run(faults);
    assertThat(calls).hasSize(2);
  }

  @Test
  void a_process_that_is_started_again_crashes_no_more() {
    var faults = Faults.of(Kind.CRASH_BEFORE, 1);
    assertThatThrownBy(() -> run(faults)).isInstanceOf(Fault.class);

    faults.<String, Void>restarting(message -> Uni.createFrom().voidItem().invoke(() -> run(faults))).apply("again").await().indefinitely();

    assertThat(calls).hasSize(1);
  }

  @Test
  void everywhere_means_every_kind_at_every_effect_and_once_without() {
    var seen = new ArrayList<String>();
    Faults.everywhere(faults -> {
      try {
        new FaultsTest().run(faults);
        seen.add("fine");
      } catch (Fault fault) {
        seen.add(fault.getMessage());
      }
    });

    assertThat(seen).hasSize(1 + 4 * 3).doesNotHaveDuplicates().startsWith("fine").endsWith("ANSWER_LOST at call Phone");
  }

  @Test
  void a_scenario_that_does_not_survive_is_named_with_its_fault() {
    assertThatThrownBy(() -> Faults.everywhere(faults -> new FaultsTest().run(faults)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("with CRASH_BEFORE at effect 1 of [append till/1/1, send till/1/1/0, send till/1/1/1, call Phone]: CRASH_BEFORE at append till/1/1");
  }

  @Test
  void a_scenario_that_forgot_its_ports_is_refused() {
    assertThatThrownBy(() -> Faults.everywhere(faults -> {})).hasMessage("the scenario has no effects: pass its ports through Faults");
  }

  private void run(Faults faults) {
    var commit = new Commit<ContractEvent>(STREAM, journal.history(STREAM).version() + 1, new Cause("m-1", "", "till-1", ""), DeciderSpec.START,
        List.of(new Noted("n")), List.of(Outgoing.now(new Fetch("a")), Outgoing.now(new Fetch("b"))));
    Edge<Object> edge = (call, perhapsDone) -> Uni.createFrom().item(() -> calls.add(call));
    faults.on(journal).append(commit)
        .flatMap(appended -> faults.on(bus).dispatch(commit.messagesFrom("till")))
        .flatMap(sent -> faults.on(edge).perform(new Phone(), false))
        .await().indefinitely();
  }
}
