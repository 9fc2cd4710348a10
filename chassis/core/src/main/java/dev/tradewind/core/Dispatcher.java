package dev.tradewind.core;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Sends what a commit holds: commands to the queue of the service they ask, events to the sender's topic, deadlines to itself. */
@FunctionalInterface
public interface Dispatcher {

  /**
   * Sends all of them, in no particular order. Completes when every one is safely with the transport; fails when any is not, and
   * sending all of them again is then the right thing to do.
   */
  Uni<Void> dispatch(List<Message> messages);
}
