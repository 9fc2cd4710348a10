package dev.tradewind.simulator.world;

import dev.tradewind.core.Message;
import io.smallrye.mutiny.Uni;

/** What runs in an instance of a service: fresh handlers, nothing remembered. A service with an API adds methods for it. */
@FunctionalInterface
public interface Process {

  /**
   * Handles a message as the service itself would.
   *
   * @param queue which of the service's queues it came from, in the order in which the service lists them
   * @return completes when the message may be acknowledged
   */
  Uni<Void> receive(int queue, Message message);

  /** What clients call: the process itself, unless it is wrapped into another. */
  default Process api() {
    return this;
  }
}
