package dev.tradewind.testkit.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Deadline;
import dev.tradewind.core.Message;
import dev.tradewind.testkit.handler.Till.Input;
import dev.tradewind.testkit.handler.Till.Told;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A deadline is a message from a service to itself. */
class DeadlinesTest {

  private final World world = new World();

  @Test
  void it_comes_when_it_is_due_and_not_before() {
    world.receive("m-1", new Input.SetTimer(world.clock.instant().plusSeconds(30)));

    world.bus.runFor(Duration.ofSeconds(29));
    assertThat(world.state().timers()).hasSize(1);

    world.bus.runFor(Duration.ofSeconds(1));
    assertThat(world.state().timers()).isEmpty();
  }

  @Test
  void one_further_away_than_the_transport_can_hold_is_sent_on_its_way_again_unchanged() {
    world.receive("m-1", new Input.SetTimer(world.clock.instant().plus(Duration.ofMinutes(40))));

    world.bus.runFor(Duration.ofMinutes(39));
    assertThat(world.bus.sent(Deadline.class)).hasSize(3).containsOnly(world.bus.sent(Deadline.class).getFirst());
    assertThat(world.history().version()).isEqualTo(1);

    world.bus.runFor(Duration.ofMinutes(1));
    assertThat(world.state().timers()).isEmpty();
  }

  @Test
  void one_that_finds_nothing_due_yet_waits_under_the_same_id() {
    var due = world.clock.instant().plusSeconds(90);
    world.receive("m-1", new Input.SetTimer(due));
    var early = world.bus.sent(Deadline.class).getFirst().dueAt(world.clock.instant());

    world.handler.receive(early, World.TILL, new Input.Look()).await().indefinitely();

    assertThat(world.bus.sent(Deadline.class)).extracting(Message::id).containsOnly(early.id());
    assertThat(world.bus.sent(Deadline.class).getLast().notBefore()).contains(due);
    assertThat(world.history().version()).isEqualTo(1);
  }

  @Test
  void an_event_cannot_wait_because_sending_it_again_would_tell_everyone_in_our_name() {
    world.receive("m-1", new Input.SetTimer(world.clock.instant().plusSeconds(30)));
    var event = world.bus.sent(Told.class).getFirst();

    assertThatThrownBy(() -> world.handler.receive(event, World.TILL, new Input.Look()).await().indefinitely())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("message till/1/1/0 cannot wait until 2026-01-01T00:00:30Z: a decider may let deadlines and commands wait, but no event");

    assertThat(world.bus.sent(Told.class)).hasSize(1);
  }

  @Test
  void one_that_comes_twice_rings_once() {
    world.receive("m-1", new Input.SetTimer(world.clock.instant().plusSeconds(30)));
    world.bus.runFor(Duration.ofSeconds(30));
    world.restart();

    world.handler.receive(world.bus.sent(Deadline.class).getFirst(), World.TILL, new Input.Look()).await().indefinitely();

    assertThat(world.history().version()).isEqualTo(2);
    assertThat(world.bus.sent(Told.class)).extracting(Message::data).containsExactly(new Told("timer"), new Told("ring"), new Told("ring"));
  }

  @Test
  void one_for_a_thing_long_done_changes_nothing() {
    world.receive("m-1", new Input.SetTimer(world.clock.instant().plusSeconds(30)));
    world.bus.runFor(Duration.ofSeconds(30));

    world.receive("m-2", new Input.Look());

    assertThat(world.history().version()).isEqualTo(2);
  }
}
