package dev.tradewind.testkit.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Cause;
import dev.tradewind.core.Deadline;
import dev.tradewind.core.Edge;
import dev.tradewind.core.Message;
import dev.tradewind.core.Observer;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.core.StreamId;
import dev.tradewind.testkit.Faults;
import dev.tradewind.testkit.Faults.Kind;
import dev.tradewind.testkit.handler.Till.Fetch;
import dev.tradewind.testkit.handler.Till.Input;
import dev.tradewind.testkit.handler.Till.Told;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request is not delivered again when its process dies, so what it committed must reach the others some other way. */
class RequestsTest {

  private static final Input OPEN = new Input.Open(List.of("stock"));

  private final World world = new World();

  @Test
  void its_deadline_is_armed_before_its_commit_and_log_and_events_go_before_commands() {
    world.request("r-1", OPEN);

    assertThat(world.faults.effects()).hasSize(5);
    assertThat(world.faults.effects().get(0)).startsWith("send till/1/1/2");
    assertThat(world.faults.effects().subList(1, 5)).containsExactly("append till/1/1", "log till/1/1", "send till/1/1/0", "send till/1/1/1");
    assertThat(world.bus.sent().get(0).data()).isEqualTo(new Deadline("till/1"));
    assertThat(world.bus.sent().get(0).notBefore()).contains(world.clock.instant().plus(Till.FIRST_RING));
  }

  @Test
  void a_deadline_whose_commit_never_came_changes_nothing() {
    var crashed = new World(Faults.of(Kind.CRASH_BEFORE, 2));
    assertThat(crashed.requestOnce("r-1", OPEN)).isFalse();

    crashed.bus.runFor(Duration.ofHours(1));

    assertThat(crashed.history().isEmpty()).isTrue();
    assertThat(crashed.bus.waiting()).isZero();
  }

  @Test
  void what_was_committed_and_not_sent_is_sent_when_the_deadline_comes() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 2));
    assertThat(crashed.requestOnce("r-1", OPEN)).isFalse();
    assertThat(crashed.bus.sent(Told.class)).isEmpty();

    crashed.bus.runFor(Duration.ofHours(1));

    assertThat(crashed.sentIds()).containsSubsequence("till/1/1/0", "till/1/1/1", "till/1/2/0");
  }

  @Test
  void what_was_not_sent_is_sent_before_anything_that_follows_is_committed() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 2));
    crashed.requestOnce("r-1", OPEN);
    crashed.faults.restart();

    crashed.receive("m-1", new Input.Note("tea"));

    assertThat(crashed.faults.effects()).containsSubsequence("send till/1/1/0", "send till/1/1/1", "append till/1/2");
  }

  @Test
  void the_clients_repeat_sends_what_was_not_sent() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 2));
    crashed.requestOnce("r-1", OPEN);
    crashed.faults.restart();

    crashed.request("r-1", OPEN);

    assertThat(crashed.history().version()).isEqualTo(1);
    assertThat(crashed.bus.sent(Told.class)).hasSize(1);
    assertThat(crashed.bus.sent(Fetch.class)).hasSize(1);
  }

  @Test
  void an_answer_to_its_command_is_proof_and_nothing_is_sent_again() {
    world.request("r-1", OPEN);
    int before = world.bus.sent().size();

    answer("till/1/1/1");

    assertThat(world.sentIds().subList(before, world.sentIds().size())).containsExactly("till/1/2/0", "till/1/2/1");
  }

  @Test
  void a_message_that_answers_something_else_is_no_proof() {
    world.request("r-1", OPEN);
    int before = world.bus.sent().size();

    answer("till/2/1/1");

    assertThat(world.sentIds().subList(before, world.sentIds().size())).containsExactly("till/1/1/0", "till/1/1/1", "till/1/2/0", "till/1/2/1");
  }

  @Test
  void a_message_that_follows_from_its_event_is_no_proof_that_its_command_was_sent() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 4));
    assertThat(crashed.requestOnce("r-1", OPEN)).isFalse();
    assertThat(crashed.bus.sent(Told.class)).hasSize(1);
    assertThat(crashed.bus.sent(Fetch.class)).isEmpty();
    crashed.faults.restart();

    crashed.handler.receive(crashed.message("m-1", "till/1/1/0"), World.TILL, new Input.Note("tea")).await().indefinitely();

    assertThat(crashed.bus.sent(Fetch.class)).extracting(Message::id).contains("till/1/1/1");
  }

  @Test
  void an_answer_to_one_of_two_commands_is_no_proof_that_the_other_was_sent() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 5));
    assertThat(crashed.requestOnce("r-1", new Input.Open(List.of("stock", "money")))).isFalse();
    assertThat(crashed.bus.sent(Fetch.class)).hasSize(1);
    crashed.faults.restart();

    crashed.handler.receive(crashed.message("m-1", "till/1/1/1"), World.TILL, new Input.Note("tea")).await().indefinitely();

    assertThat(crashed.bus.sent(Fetch.class)).extracting(Message::id).contains("till/1/1/2");
  }

  @Test
  void an_answer_to_a_stream_whose_name_begins_like_the_commit_is_no_proof() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 2));
    crashed.requestOnce("r-1", OPEN);
    crashed.faults.restart();

    crashed.handler.receive(crashed.message("m-1", "till/1/1/1/0"), World.TILL, new Input.Note("tea")).await().indefinitely();

    assertThat(crashed.bus.sent(Fetch.class)).extracting(Message::id).contains("till/1/1/1");
  }

  @Test
  void when_what_was_not_sent_is_sent_events_go_first_again() {
    var crashed = new World(Faults.of(Kind.CRASH_AFTER, 2));
    crashed.requestOnce("r-1", OPEN);
    crashed.faults.restart();
    // A transport that sends the commands of a dispatch and then fails, which it may: a dispatch has no order.
    var partly = commandsOnlyThenFail(crashed);
    assertThatThrownBy(() -> partly.receive(crashed.message("m-1"), World.TILL, new Input.Note("tea")).await().indefinitely())
        .isInstanceOf(IllegalStateException.class);

    crashed.bus.sent(Fetch.class).forEach(asked ->
        crashed.handler.receive(crashed.message("m-2", asked.id()), World.TILL, new Input.Note("milk")).await().indefinitely());
    crashed.receive("m-1", new Input.Note("tea"));

    assertThat(crashed.bus.sent(Told.class)).extracting(Message::id).contains("till/1/1/0");
  }

  @Test
  void a_deadline_that_finds_nothing_to_do_ends_although_a_request_came_last() {
    world.request("r-1", new Input.WakeAt(world.clock.instant().plusSeconds(5)));
    world.clock.advance(Duration.ofSeconds(5));

    assertThat(world.bus.deliverOne()).isTrue();

    assertThat(world.bus.deliverOne()).isFalse();
  }

  @Test
  void a_deadline_armed_by_a_request_that_lost_the_race_does_not_take_the_place_of_the_winners() {
    world.onDeadline = new Input.Glance();
    var start = world.clock.instant();
    world.beforeNextAppend(() -> world.receive("m-1", new Input.SetTimer(start.plusSeconds(90))));
    world.request("r-1", new Input.SetTimer(start.plusSeconds(40)));

    world.bus.runFor(Duration.ofMinutes(5));

    assertThat(world.state().timers()).isEmpty();
  }

  @Test
  void two_requests_at_once_with_one_name_make_one_commit_and_both_are_answered() {
    world.beforeNextAppend(() -> world.request("r-1", OPEN));

    assertThat(world.request("r-1", OPEN)).isInstanceOf(Result.Repeated.class);

    assertThat(world.history().version()).isEqualTo(1);
  }

  @Test
  void a_stream_cannot_be_named_so_that_its_messages_look_like_requests() {
    assertThat(Cause.request("r-1", "o-1", "").isRequest()).isTrue();
    assertThatThrownBy(() -> new StreamId("request", "1")).isInstanceOf(IllegalArgumentException.class);
  }

  private void answer(String question) {
    world.handler.receive(world.message("m-1", question), World.TILL, new Input.Note("tea")).await().indefinitely();
  }

  private static StreamHandler<Till.State, Input, Till.Happened> commandsOnlyThenFail(World crashed) {
    return new StreamHandler<>(
        "till",
        new Till(),
        crashed.journal,
        crashed.log,
        messages -> crashed.bus.dispatch(messages.stream().filter(message -> message.data() instanceof Fetch).toList())
            .flatMap(sent -> Uni.createFrom().failure(new IllegalStateException("the rest was refused"))),
        Edge.none(),
        crashed.clock,
        Observer.NONE);
  }
}
