package dev.tradewind.chaos.collect;

import dev.tradewind.checker.Sending;
import java.util.Collection;

/** What passed between the services and their queues, as somebody saw it who stood between them. */
@FunctionalInterface
public interface Traffic {

  /**
   * Every message that was put into a queue, once for each queue: {@link Sending.Fate#PROCESSED} when some copy was acknowledged there,
   * {@link Sending.Fate#DEAD} when it was given up, {@link Sending.Fate#WAITING} otherwise. Whether it still waits is found out by looking.
   */
  Collection<Sending> sendings();
}
