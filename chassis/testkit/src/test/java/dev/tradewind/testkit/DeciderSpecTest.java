package dev.tradewind.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.core.Call;
import dev.tradewind.core.Command;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import dev.tradewind.core.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A failed specification reads as a sentence; that is what it is for. */
class DeciderSpecTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  record Lit(String by) {}

  record Ring(String bell) implements Command {}

  record Rang(String bell) implements Event {}

  record Phone(String number) implements Call {}

  /** A lamp whose state is the text of everything that happened. Its commands are what it is to decide. */
  private static final class Lamp implements Decider<String, Decision<Lit>, Lit> {

    private final Optional<Call> pending;

    private Lamp(Optional<Call> pending) {
      this.pending = pending;
    }

    @Override
    public String initial() {
      return "";
    }

    @Override
    public Decision<Lit> decide(String state, Decision<Lit> command, Instant now) {
      return command;
    }

    @Override
    public String evolve(String state, Lit event, Instant at) {
      return state + event.by() + " at " + at + "; ";
    }

    @Override
    public Optional<Call> pending(String state) {
      return pending;
    }
  }

  private static final Decision.Change<Lit> CHANGE =
      Decision.change(new Lit("me")).send(new Ring("a"), new Rang("a")).wakeAt(NOON).call(new Phone("1"));

  private final DeciderSpec<String, Decision<Lit>, Lit> lamp = DeciderSpec.of(new Lamp(Optional.of(new Phone("1"))));

  @Test
  void what_was_decided_passes() {
    lamp.when(CHANGE).thenEvents(new Lit("me")).thenMessages(new Ring("a"), new Rang("a")).thenWakesAt(NOON).thenCalls(new Phone("1"));
    lamp.when(Decision.change(new Lit("me"))).thenMessages().thenNeverWakes().thenCallsNothing();
    lamp.when(Decision.nothing()).thenNothing();
    lamp.when(Decision.repeat(Rang.class)).thenRepeats(Rang.class);
    lamp.when(Decision.waitUntil(NOON)).thenWaitsUntil(NOON);
    lamp.when(Decision.refuse("no", "Not now.")).thenRefuses("no");
    lamp.when(Decision.ask(new Phone("1"))).thenAsks(new Phone("1"));
  }

  @Test
  void events_happen_at_the_time_last_named() {
    lamp.given(new Lit("a")).at(NOON).given(new Lit("b"), new Lit("c")).when(Decision.nothing())
        .thenState(state -> state.equals("a at 2026-01-01T00:00:00Z; b at 2026-03-01T12:00:00Z; c at 2026-03-01T12:00:00Z; "));
  }

  @Test
  void a_story_goes_on_from_what_was_decided() {
    lamp.when(CHANGE).at(NOON).when(CHANGE).when(Decision.nothing()).at(NOON.plusSeconds(1)).when(Decision.nothing())
        .thenState(state -> state.equals("me at 2026-01-01T00:00:00Z; me at 2026-03-01T12:00:00Z; "));
  }

  @Test
  void a_specification_can_be_continued_in_several_ways() {
    var lit = lamp.given(new Lit("a"));
    lit.given(new Lit("b"));

    lit.when(Decision.nothing()).thenState(state -> state.equals("a at 2026-01-01T00:00:00Z; "));
  }

  @Nested
  class Failures {

    @Test
    void tell_the_story_what_was_expected_and_what_was_decided() {
      assertFails(() -> lamp.given(new Lit("a"), new Lit("b")).at(NOON).when(Decision.nothing()).thenEvents(new Lit("c")),
          "given Lit[by=a] and Lit[by=b], at 2026-03-01T12:00:00Z, when Nothing[], expected events, "
              + "but it decided that there is nothing to change");
    }

    @Test
    void name_every_part_of_a_change() {
      assertFails(() -> lamp.when(CHANGE).thenEvents(new Lit("you")),
          "when %s, expected events Lit[by=you], but it decided the events Lit[by=me], the messages Ring[bell=a] and Rang[bell=a], ".formatted(CHANGE)
              + "a deadline at 2026-03-01T12:00:00Z and the call Phone[number=1]");
    }

    @Test
    void are_found_in_each_part() {
      assertThatThrownBy(() -> lamp.when(CHANGE).thenMessages(new Rang("a"), new Ring("a"))).hasMessageContaining("expected messages Rang[bell=a] and Ring[bell=a]");
      assertThatThrownBy(() -> lamp.when(CHANGE).thenMessages()).hasMessageContaining("expected messages nothing");
      assertThatThrownBy(() -> lamp.when(CHANGE).thenWakesAt(NOON.plusSeconds(1))).hasMessageContaining("expected a deadline at 2026-03-01T12:00:01Z");
      assertThatThrownBy(() -> lamp.when(CHANGE).thenNeverWakes()).hasMessageContaining("expected no deadline");
      assertThatThrownBy(() -> lamp.when(CHANGE).thenCalls(new Phone("2"))).hasMessageContaining("expected the call Phone[number=2]");
      assertThatThrownBy(() -> lamp.when(CHANGE).thenCallsNothing()).hasMessageContaining("expected no call");
      assertThatThrownBy(() -> lamp.when(CHANGE).thenNothing()).hasMessageContaining("expected nothing to change");
      assertThatThrownBy(() -> lamp.when(CHANGE).thenState("a dark lamp", String::isEmpty))
          .hasMessageContaining("expected a dark lamp, but the state is me at");
    }

    @Test
    void are_found_in_each_other_decision() {
      assertFails(() -> lamp.when(Decision.repeat(Rang.class)).thenRepeats(Ring.class),
          "when Repeat[answer=class dev.tradewind.testkit.DeciderSpecTest$Rang], expected Ring to be repeated, but it decided to repeat Rang");
      assertFails(() -> lamp.when(Decision.waitUntil(NOON)).thenWaitsUntil(NOON.plusSeconds(1)),
          "when Wait[until=2026-03-01T12:00:00Z], expected to wait until 2026-03-01T12:00:01Z, but it decided to wait until 2026-03-01T12:00:00Z");
      assertFails(() -> lamp.when(Decision.refuse("no", "Not now.")).thenRefuses("never"),
          "when Refuse[code=no, detail=Not now.], expected a refusal with the code never, but it refused with no: Not now.");
      assertFails(() -> lamp.when(Decision.ask(new Phone("1"))).thenAsks(new Phone("2")),
          "when Ask[call=Phone[number=1]], expected to ask Phone[number=2], but it decided to ask Phone[number=1]");
    }

    @Test
    void are_found_when_a_call_would_be_forgotten_by_a_crash() {
      var forgetful = DeciderSpec.of(new Lamp(Optional.empty()));

      assertThatThrownBy(() -> forgetful.when(CHANGE).thenCalls(new Phone("1")))
          .hasMessageContaining("expected a state in which the call Phone[number=1] is pending, but the state says that none is");
    }

    @Test
    void are_found_when_a_decider_is_not_pure() {
      var calls = new AtomicInteger();
      var moody = DeciderSpec.of(new Decider<String, String, Lit>() {
        @Override
        public String initial() {
          return "";
        }

        @Override
        public Decision<Lit> decide(String state, String command, Instant now) {
          return Decision.change(new Lit("call " + calls.incrementAndGet()));
        }

        @Override
        public String evolve(String state, Lit event, Instant at) {
          return state;
        }
      });

      assertFails(() -> moody.when("light"), "when light, it decided differently the second time, but a decider must be pure");
    }

    private void assertFails(ThrowingCallable specification, String sentence) {
      assertThatThrownBy(specification).isInstanceOf(AssertionError.class).hasMessage(sentence);
      assertThat(sentence).doesNotContain("\n");
    }
  }
}
