package dev.tradewind.testkit.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Commit;
import dev.tradewind.testkit.Faults;
import dev.tradewind.testkit.Faults.Kind;
import dev.tradewind.testkit.handler.Till.Input;
import dev.tradewind.testkit.handler.Till.Receipt;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intent, call, outcome. */
class CallsTest {

  private final World world = new World();

  @Test
  void the_intent_is_committed_and_sent_before_the_call_and_the_outcome_after_it() {
    world.receive("m-1", new Input.Charge("k"));

    assertThat(world.faults.effects())
        .containsExactly(
            "append till/1/1", "log till/1/1", "send till/1/1/0", "call Pay", "append till/1/2", "log till/1/2", "send till/1/2/0");
    assertThat(world.calls).containsExactly("k");
  }

  @Test
  void the_outcome_names_the_intent_as_its_cause_so_that_nobody_records_it_twice() {
    world.receive("m-1", new Input.Charge("k"));

    assertThat(world.history().commits()).extracting(commit -> commit.cause().id()).containsExactly("m-1", "till/1/1/outcome");
  }

  @Test
  void after_a_crash_behind_the_intent_the_outside_is_asked_what_happened() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 1));

    crashed.receiveUntilHandled("m-1", new Input.Charge("k"));

    assertThat(crashed.calls).containsExactly("k?");
    assertThat(crashed.state().done()).containsExactly("k");
  }

  @Test
  void after_a_crash_behind_the_call_the_outside_is_asked_what_happened() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 4));

    crashed.receiveUntilHandled("m-1", new Input.Charge("k"));

    assertThat(crashed.calls).containsExactly("k", "k?");
    assertThat(crashed.bus.sent(Receipt.class)).hasSize(1);
  }

  @Test
  void after_a_crash_behind_the_outcome_nothing_is_asked_and_its_messages_are_sent() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 5));

    crashed.receiveUntilHandled("m-1", new Input.Charge("k"));

    assertThat(crashed.calls).containsExactly("k");
    assertThat(crashed.bus.sent(Receipt.class)).hasSize(1);
  }

  @Test
  void a_call_whose_outcome_is_unknown_gives_the_message_back() {
    var down = world.handler(Faults.none(), (call, perhapsDone) -> Uni.createFrom().failure(new IllegalStateException("the provider is down")));

    assertThatThrownBy(() -> down.receive(world.message("m-1"), World.TILL, new Input.Charge("k")).await().indefinitely())
        .hasMessage("the provider is down");

    assertThat(world.state().pending()).contains("k");
    world.receive("m-1", new Input.Charge("k"));
    assertThat(world.state().done()).containsExactly("k");
  }

  @Test
  void an_outcome_is_decided_on_what_others_committed_during_the_call() {
    var slow = world.handler(Faults.none(), (call, perhapsDone) -> {
      world.receive("m-2", new Input.Note("meanwhile"));
      return world.provider().perform(call, perhapsDone);
    });

    slow.receive(world.message("m-1"), World.TILL, new Input.Charge("k")).await().indefinitely();

    assertThat(world.history().version()).isEqualTo(3);
    assertThat(world.state().done()).containsExactly("k");
    assertThat(world.bus.sent(Receipt.class)).hasSize(1);
  }

  @Test
  void an_outcome_that_another_message_recorded_is_not_recorded_again() {
    var slow = world.handler(Faults.none(), (call, perhapsDone) -> {
      world.receive("m-2", new Input.Ask("k"));
      return world.provider().perform(call, perhapsDone);
    });

    slow.receive(world.message("m-1"), World.TILL, new Input.Charge("k")).await().indefinitely();
    world.receive("m-1", new Input.Charge("k"));

    assertThat(world.history().commits()).extracting(commit -> commit.cause().id()).containsExactly("m-1", "m-2");
    assertThat(world.bus.sent(Receipt.class)).hasSize(1);
  }

  @Test
  void a_twin_that_gets_the_same_message_during_the_call_asks_and_both_agree_on_one_outcome() {
    var slow = world.handler(Faults.none(), (call, perhapsDone) -> {
      world.receive("m-1", new Input.Charge("k"));
      return world.provider().perform(call, perhapsDone);
    });

    slow.receive(world.message("m-1"), World.TILL, new Input.Charge("k")).await().indefinitely();

    assertThat(world.calls).containsExactly("k?", "k");
    assertThat(world.history().version()).isEqualTo(2);
  }

  @Test
  void a_twin_that_recorded_the_outcome_and_died_before_sending_it_is_made_good() {
    var dying = world.handler(Faults.of(Kind.CRASH_AFTER, 5), world.provider());
    var slow = world.handler(Faults.none(), (call, perhapsDone) -> {
      assertThatThrownBy(() -> dying.receive(world.message("m-1"), World.TILL, new Input.Charge("k")).await().indefinitely())
          .isInstanceOf(Faults.Fault.class);
      assertThat(world.history().version()).isEqualTo(2);
      assertThat(world.bus.sent(Receipt.class)).isEmpty();
      return world.provider().perform(call, perhapsDone);
    });

    slow.receive(world.message("m-1"), World.TILL, new Input.Charge("k")).await().indefinitely();

    assertThat(world.bus.sent(Receipt.class)).hasSize(1);
  }

  @Test
  void a_twin_that_finds_the_intent_in_its_way_asks_for_its_outcome() {
    var dying = world.handler(Faults.of(Kind.CRASH_AFTER, 1), world.provider());
    world.beforeNextAppend(() -> assertThatThrownBy(
        () -> dying.receive(world.message("m-1"), World.TILL, new Input.Charge("k")).await().indefinitely()).isInstanceOf(Faults.Fault.class));

    world.receive("m-1", new Input.Charge("k"));

    assertThat(world.calls).containsExactly("k?");
    assertThat(world.history().commits()).extracting(Commit::version).containsExactly(1L, 2L);
    assertThat(world.bus.sent()).isEqualTo(world.owed());
  }

  @Test
  void a_question_is_asked_first_and_only_its_answer_is_committed() {
    world.receive("m-1", new Input.Ask("k"));

    assertThat(world.calls).containsExactly("k?");
    assertThat(world.faults.effects()).containsExactly("call Pay", "append till/1/1", "log till/1/1", "send till/1/1/0");
  }

  @Test
  void a_duplicate_of_a_message_that_asked_for_no_call_performs_none_for_others() {
    world.receive("m-1", new Input.Note("tea"));
    var slow = world.handler(Faults.none(), (call, perhapsDone) -> {
      world.receive("m-1", new Input.Note("tea"));
      return world.provider().perform(call, perhapsDone);
    });

    slow.receive(world.message("m-2"), World.TILL, new Input.Charge("k")).await().indefinitely();

    assertThat(world.calls).containsExactly("k");
    assertThat(world.history().commits().getLast().cause().id()).isEqualTo("till/1/2/outcome");
  }

  @Test
  void a_late_duplicate_of_a_settled_message_does_not_perform_the_call_of_a_later_one() {
    world.receive("m-1", new Input.Charge("first"));
    var slow = world.handler(Faults.none(), (call, perhapsDone) -> {
      world.receive("m-1", new Input.Charge("first"));
      return world.provider().perform(call, perhapsDone);
    });

    slow.receive(world.message("m-2"), World.TILL, new Input.Charge("second")).await().indefinitely();

    assertThat(world.calls).isEqualTo(List.of("first", "second"));
  }

  @Test
  void what_a_call_that_a_request_led_to_owes_the_others_is_sent_although_nobody_repeats_the_request() {
    Faults.everywhere(faults -> {
      var crashed = new World(faults);
      crashed.requestOnce("r-1", new Input.Charge("k"));

      crashed.receiveUntilHandled("m-1", new Input.Look());

      assertThat(crashed.bus.sent()).containsAll(crashed.owed());
      assertThat(crashed.log.records()).containsAll(crashed.committed());
    });
  }
}
