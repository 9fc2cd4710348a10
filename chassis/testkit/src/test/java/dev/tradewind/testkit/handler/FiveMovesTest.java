package dev.tradewind.testkit.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Commit;
import dev.tradewind.core.ContendedStream;
import dev.tradewind.core.Message;
import dev.tradewind.core.Outgoing;
import dev.tradewind.core.Result;
import dev.tradewind.testkit.handler.Till.Fetch;
import dev.tradewind.testkit.handler.Till.Input;
import dev.tradewind.testkit.handler.Till.Noted;
import dev.tradewind.testkit.handler.Till.Receipt;
import dev.tradewind.testkit.handler.Till.Told;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receive, load, decide, commit, dispatch. */
class FiveMovesTest {

  private final World world = new World();

  @Test
  void a_message_becomes_one_commit_that_holds_its_cause_its_events_and_its_messages() {
    world.receive("stock/1/1/0", new Input.Note("tea"));

    assertThat(world.history().commits()).containsExactly(new Commit<>(
        World.TILL,
        1,
        new Cause("stock/1/1/0", "somewhere/else/1/0", "till-1", ""),
        world.clock.instant(),
        List.of(new Noted("tea")),
        List.of(Outgoing.now(new Told("tea")), Outgoing.now(new Fetch("tea")))));
  }

  @Test
  void what_is_sent_is_what_the_commit_holds_under_ids_made_of_stream_version_and_index() {
    world.receive("m-1", new Input.Note("tea"));
    world.receive("m-2", new Input.Note("milk"));

    assertThat(world.bus.sent()).isEqualTo(world.owed());
    assertThat(world.sentIds()).containsExactly("till/1/1/0", "till/1/1/1", "till/1/2/0", "till/1/2/1");
    assertThat(world.bus.sent()).extracting(Message::causationId).containsExactly("m-1", "m-1", "m-2", "m-2");
    assertThat(world.bus.sent()).extracting(Message::correlationId).containsOnly("till-1");
    assertThat(world.bus.sent()).extracting(Message::subject).containsOnly("till/1");
    assertThat(world.bus.sent()).extracting(Message::source).containsOnly("/tradewind/till");
  }

  @Test
  void nothing_is_sent_before_the_commit_stands() {
    world.receive("m-1", new Input.Note("tea"));

    assertThat(world.faults.effects()).containsExactly("append till/1/1", "log till/1/1", "send till/1/1/0", "send till/1/1/1");
  }

  @Test
  void the_decision_sees_everything_that_was_committed_before() {
    world.receive("m-1", new Input.Note("tea"));
    world.receive("m-2", new Input.Note("tea"));

    assertThat(world.history().version()).isEqualTo(1);
  }

  @Test
  void a_message_that_comes_again_sends_the_same_bytes_again_even_much_later() {
    world.receive("m-1", new Input.Note("tea"));
    world.receive("m-2", new Input.Note("milk"));
    world.clock.advance(Duration.ofDays(400));
    world.restart();

    world.receive("m-1", new Input.Note("tea"));

    assertThat(world.history().version()).isEqualTo(2);
    var bytes = world.bus.sent().stream().map(world.codec::write).toList();
    assertThat(bytes.subList(4, 6)).isEqualTo(bytes.subList(0, 2));
  }

  @Test
  void a_copy_that_comes_while_it_is_remembered_costs_nothing() {
    world.receive("m-1", new Input.Note("tea"));
    int effects = world.faults.effects().size();

    world.receive("m-1", new Input.Note("tea"));

    assertThat(world.faults.effects()).hasSize(effects);
  }

  @Test
  void a_message_that_changes_nothing_leaves_no_trace() {
    world.receive("m-1", new Input.Look());

    assertThat(world.history().isEmpty()).isTrue();
    assertThat(world.faults.effects()).isEmpty();
  }

  @Test
  void a_refusal_is_told_to_whoever_asked_and_leaves_no_trace() {
    var result = world.request("r-1", new Input.Forbidden());

    assertThat(result).isEqualTo(new Result.Refused<>(new Till().initial(), "forbidden", "this till never does that"));
    assertThat(world.faults.effects()).isEmpty();
  }

  @Test
  void results_say_what_was_done() {
    assertThat(world.request("r-1", new Input.Note("tea")))
        .isEqualTo(new Result.Committed<>(world.history(), world.state()));
    assertThat(world.request("r-1", new Input.Note("tea")))
        .isEqualTo(new Result.Repeated<>(world.history(), world.state(), world.history().commits().getFirst()));
    assertThat(world.request("r-2", new Input.Note("tea")))
        .isEqualTo(new Result.Unchanged<>(world.history(), world.state()));
  }

  @Test
  void a_stored_answer_is_sent_again_when_the_decider_says_so() {
    world.receive("m-1", new Input.Charge("k"));
    world.receive("m-2", new Input.Note("tea"));
    int before = world.bus.sent().size();

    world.receive("m-3", new Input.Again());

    var again = world.bus.sent().subList(before, world.bus.sent().size());
    assertThat(again).containsExactly(world.bus.sent(Receipt.class).getFirst());
    assertThat(world.history().version()).isEqualTo(3);
  }

  @Test
  void only_the_answer_is_sent_again_and_not_what_was_sent_beside_it() {
    world.receive("m-1", new Input.Open(List.of("stock")));

    world.receive("m-2", new Input.AgainTold());

    assertThat(world.sentIds()).containsExactly("till/1/1/0", "till/1/1/1", "till/1/1/2", "till/1/1/0");
  }

  @Test
  void an_answer_never_given_cannot_be_repeated() {
    world.receive("m-1", new Input.Again());

    assertThat(world.bus.sent()).isEmpty();
  }

  @Test
  void whoever_comes_second_decides_again_on_what_the_first_committed() {
    world.beforeNextAppend(() -> world.receive("m-2", new Input.Note("milk")));

    world.receive("m-1", new Input.Note("tea"));

    assertThat(world.state().notes()).containsExactly("milk", "tea");
    assertThat(world.bus.sent()).containsExactlyInAnyOrderElementsOf(world.owed());
  }

  @Test
  void a_decision_that_the_first_made_needless_is_not_committed() {
    world.beforeNextAppend(() -> world.receive("m-2", new Input.Note("tea")));

    world.receive("m-1", new Input.Note("tea"));

    assertThat(world.history().version()).isEqualTo(1);
  }

  @Test
  void a_stream_that_changes_under_twenty_attempts_gives_the_message_back() {
    for (int i = 0; i < 21; i++) {
      var other = new Input.Note("other " + i);
      var id = "other-" + i;
      world.beforeNextAppend(() -> world.journal.append(noted(id, other)).await().indefinitely());
    }

    assertThatThrownBy(() -> world.receive("m-1", new Input.Note("tea")))
        .isInstanceOf(ContendedStream.class)
        .hasMessage("stream till/1 changed under 20 attempts to extend it; deliver the message again");

    assertThat(world.history().version()).isEqualTo(20);
    world.receive("m-3", new Input.Look());
  }

  @Test
  void starting_a_stream_saves_the_read_and_finds_out_when_it_exists() {
    var first = world.handler.start(World.request("r-1"), World.TILL, new Input.Note("tea")).await().indefinitely();
    var same = world.handler.start(World.request("r-1"), World.TILL, new Input.Note("tea")).await().indefinitely();
    var other = world.handler.start(World.request("r-2"), World.TILL, new Input.Note("milk")).await().indefinitely();

    assertThat(first).isInstanceOf(Result.Committed.class);
    assertThat(same).isInstanceOf(Result.Repeated.class);
    assertThat(other).isInstanceOf(Result.Committed.class);
    assertThat(world.state().notes()).containsExactly("tea", "milk");
  }

  private Commit<Till.Happened> noted(String cause, Input.Note note) {
    return new Commit<>(
        World.TILL, world.history().version() + 1, Cause.of(world.message(cause)), world.clock.instant(), List.of(new Noted(note.text())), List.of());
  }
}
