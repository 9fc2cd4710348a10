package dev.tradewind.core;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Where commits live. Every implementation passes the journal contract of the test kit.
 *
 * @param <E> events of the streams kept here
 */
public interface Journal<E> {

  /** Every commit of the stream up to this moment; an empty history when there is none. */
  Uni<History<E>> read(StreamId stream);

  /** The stream as this process saw it last, if it remembers. Others may have added to it since: an append on top of it finds out. */
  default Optional<History<E>> recall(StreamId stream) {
    return Optional.empty();
  }

  /**
   * Adds the commit if, and only if, its version does not exist yet. Safe to repeat: an append whose answer was lost is found to
   * be {@link Append.AlreadyOurs}.
   */
  Uni<Append<E>> append(Commit<E> commit);
}
