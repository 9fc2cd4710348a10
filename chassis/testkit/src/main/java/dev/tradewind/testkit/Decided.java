package dev.tradewind.testkit;

import dev.tradewind.core.Call;
import dev.tradewind.core.Decision;
import dev.tradewind.core.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;

/**
 * What came of a command, to be checked. What a test does not ask about is not checked.
 *
 * @param <S> state
 * @param <C> commands
 * @param <E> events
 */
public final class Decided<S, C, E> {

  private final DeciderSpec<S, C, E> asked;
  private final Decision<E> decision;

  Decided(DeciderSpec<S, C, E> asked, Decision<E> decision) {
    this.asked = asked;
    this.decision = decision;
  }

  /** Exactly these events, in this order. */
  @SafeVarargs
  public final Decided<S, C, E> thenEvents(E... events) {
    return same("events " + DeciderSpec.listed(List.of(events)), List.of(events), change("events").events());
  }

  /** Exactly these messages, in this order; none when none are given. */
  public Decided<S, C, E> thenMessages(Payload... messages) {
    return same("messages " + DeciderSpec.listed(List.of(messages)), List.of(messages), change("messages").messages());
  }

  /** A deadline at that time. */
  public Decided<S, C, E> thenWakesAt(Instant due) {
    return same("a deadline at " + due, Optional.of(due), change("a deadline").wake());
  }

  public Decided<S, C, E> thenNeverWakes() {
    return same("no deadline", Optional.empty(), change("no deadline").wake());
  }

  /** This call, once the commit stands; and the state must say that it is pending, or a crash after the commit would forget it. */
  public Decided<S, C, E> thenCalls(Call call) {
    same("the call " + call, Optional.of(call), change("a call").call());
    return asked.decider.pending(after().state).isPresent()
        ? this
        : fail("a state in which the call %s is pending".formatted(call), "the state says that none is: " + after().state);
  }

  public Decided<S, C, E> thenCallsNothing() {
    return same("no call", Optional.empty(), change("no call").call());
  }

  public Decided<S, C, E> thenNothing() {
    return exactly("nothing to change", Decision.nothing());
  }

  /** The newest stored messages of this type, once more. */
  public Decided<S, C, E> thenRepeats(Class<? extends Payload> answer) {
    return exactly(answer.getSimpleName() + " to be repeated", Decision.repeat(answer));
  }

  /** The same deadline again at that time. */
  public Decided<S, C, E> thenWaitsUntil(Instant until) {
    return exactly("to wait until " + until, Decision.waitUntil(until));
  }

  public Decided<S, C, E> thenRefuses(String code) {
    return decision instanceof Decision.Refuse<E>(var given, var detail) && given.equals(code)
        ? this
        : fail("a refusal with the code " + code, described());
  }

  /** This call first; what it brings back is decided next. */
  public Decided<S, C, E> thenAsks(Call call) {
    return exactly("to ask " + call, Decision.ask(call));
  }

  /** The state after what was decided. */
  public Decided<S, C, E> thenState(Predicate<? super S> holds) {
    return thenState("a state that passes the check", holds);
  }

  /** The state after what was decided; the description stands in the failure. */
  public Decided<S, C, E> thenState(String description, Predicate<? super S> holds) {
    return holds.test(after().state) ? this : fail(description, "the state is " + after().state);
  }

  /** Goes on from what was decided, at this time. */
  public DeciderSpec<S, C, E> at(Instant instant) {
    return after().at(instant);
  }

  /** Goes on from what was decided, at the same time. */
  public Decided<S, C, E> when(C command) {
    return after().when(command);
  }

  private DeciderSpec<S, C, E> after() {
    return decision instanceof Decision.Change<E> change ? asked.after(change.events()) : asked;
  }

  private Decision.Change<E> change(String expected) {
    if (decision instanceof Decision.Change<E> change) {
      return change;
    }
    throw new AssertionError(sentence(expected, described()));
  }

  private Decided<S, C, E> same(String expected, Object wanted, Object got) {
    return Objects.equals(wanted, got) ? this : fail(expected, described());
  }

  private Decided<S, C, E> exactly(String expected, Decision<?> wanted) {
    return same(expected, wanted, decision);
  }

  private Decided<S, C, E> fail(String expected, String got) {
    return Assertions.fail(sentence(expected, got));
  }

  private String sentence(String expected, String got) {
    return "%s, expected %s, but %s".formatted(asked.sentence(), expected, got);
  }

  private String described() {
    return switch (decision) {
      case Decision.Nothing<E> nothing -> "it decided that there is nothing to change";
      case Decision.Repeat<E>(var answer) -> "it decided to repeat " + answer.getSimpleName();
      case Decision.Wait<E>(var until) -> "it decided to wait until " + until;
      case Decision.Refuse<E>(var code, var detail) -> "it refused with %s: %s".formatted(code, detail);
      case Decision.Ask<E>(var call) -> "it decided to ask " + call;
      case Decision.Change<E>(var events, var messages, var wake, var call) -> "it decided the events %s, the messages %s, %s and %s"
          .formatted(
              DeciderSpec.listed(events),
              DeciderSpec.listed(messages),
              wake.map(due -> "a deadline at " + due).orElse("no deadline"),
              call.map(to -> "the call " + to).orElse("no call"));
    };
  }
}
