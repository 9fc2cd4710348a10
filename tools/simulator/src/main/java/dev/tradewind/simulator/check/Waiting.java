package dev.tradewind.simulator.check;

import dev.tradewind.core.Message;
import dev.tradewind.simulator.world.Routes;
import java.util.Optional;

/**
 * Something that waits to be handled.
 *
 * @param task what it is
 * @param id the same for equal tasks
 */
record Waiting(Task task, long id) {

  /** What a process can be given to do. */
  sealed interface Task {

    /** Which order it concerns, by its number. */
    int order();

    /** Which service does it. */
    String service();
  }

  /** A message in a queue. */
  record Delivery(Routes.Address queue, Message message, int order) implements Task {

    @Override
    public String service() {
      return queue.service();
    }
  }

  /** A client's request. It is not delivered again when the process dies; only a client who asks again does so. */
  record Visit(Wish wish, int order) implements Task {

    @Override
    public String service() {
      return "orders";
    }
  }

  /** What a client wants. */
  enum Wish { PLACE, CANCEL }

  /** Whether nothing has to wait for it: a client may change their mind at any time, or late. */
  boolean isLeisure() {
    return task instanceof Visit visit && visit.wish() == Wish.CANCEL;
  }

  Optional<Message> message() {
    return task instanceof Delivery delivery ? Optional.of(delivery.message()) : Optional.empty();
  }
}
