package dev.tradewind.core;

import java.time.Instant;

/**
 * What handling a command came to. In every case the caller may acknowledge.
 *
 * @param <S> state of the stream
 * @param <E> events of the stream
 */
public sealed interface Result<S, E> {

  /** A commit was made and dispatched. */
  record Committed<S, E>(History<E> history, S state) implements Result<S, E> {}

  /** The same cause had led to a commit before; its messages were sent again. */
  record Repeated<S, E>(History<E> history, S state, Commit<E> commit) implements Result<S, E> {}

  /** There was nothing to change. */
  record Unchanged<S, E>(History<E> history, S state) implements Result<S, E> {}

  /** The command is not allowed in this state. */
  record Refused<S, E>(S state, String code, String detail) implements Result<S, E> {}

  /** Nothing is due before then: the deadline must be delivered again. */
  record Postponed<S, E>(Instant until) implements Result<S, E> {}
}
