package dev.tradewind.core;

import java.time.Instant;
import java.util.Optional;

/**
 * Everything a stream knows how to decide, as pure functions: no I/O, no clock, no chance.
 *
 * <p>The form is Jérémie Chassaing's decider; {@code now} and {@code at} are arguments so that deadlines need no clock.
 *
 * @param <S> state: what the events so far add up to
 * @param <C> commands
 * @param <E> events
 */
public interface Decider<S, C, E> {

  /** The state of a stream that has no commits yet. */
  S initial();

  /** What the command means in this state. It never throws for a command that merely comes too late, too early or twice. */
  Decision<E> decide(S state, C command, Instant now);

  /** The state after an event that was committed at the given time. It accepts every event ever committed. */
  S evolve(S state, E event, Instant at);

  /** The outside call that was recorded as intended and whose outcome is not recorded yet, if there is one. */
  default Optional<Call> pending(S state) {
    return Optional.empty();
  }
}
