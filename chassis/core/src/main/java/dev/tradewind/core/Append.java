package dev.tradewind.core;

/**
 * What became of an append.
 *
 * @param <E> events of the stream
 */
public sealed interface Append<E> {

  /** The commit stands. */
  record Appended<E>() implements Append<E> {}

  /** That version exists and has the same cause: this step was taken before, by us or by a twin. What stands is the stored one. */
  record AlreadyOurs<E>(Commit<E> stored) implements Append<E> {}

  /** That version exists and something else caused it: load again, decide again. */
  record Conflict<E>(Commit<E> inTheWay) implements Append<E> {}

  /** What it means that the commit in the way has the version we wanted. */
  static <E> Append<E> against(Commit<E> wanted, Commit<E> inTheWay) {
    return inTheWay.cause().id().equals(wanted.cause().id()) ? new AlreadyOurs<>(inTheWay) : new Conflict<>(inTheWay);
  }
}
