package dev.tradewind.core;

import io.smallrye.mutiny.Uni;

/**
 * Where a service touches the world outside: performs a {@link Call} and brings back what came of it as a command.
 *
 * @param <C> the commands of the decider that asked
 */
@FunctionalInterface
public interface Edge<C> {

  /**
   * Performs the call.
   *
   * @param call what to do; it holds the idempotency key
   * @param perhapsDone true when an earlier attempt may have reached the other side: ask what happened before anything else
   * @return the command that records the outcome; a failure means the outcome is still unknown, and the message that led here is
   *     delivered again
   */
  Uni<C> perform(Call call, boolean perhapsDone);

  /** An edge for services whose deciders never call outside. */
  static <C> Edge<C> none() {
    return (call, perhapsDone) -> Uni.createFrom().failure(new IllegalStateException("no edge to perform " + call.getClass().getSimpleName()));
  }
}
