package dev.tradewind.simulator.check;

import dev.tradewind.contracts.insights.FraudSuspected;
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

  /** A client's request. It is not delivered again when the process dies; only a client who asks again does so. Operators do. */
  record Visit(Wish wish, int order) implements Task {

    @Override
    public String service() {
      return "orders";
    }
  }

  /** What a client wants, or an operator. */
  enum Wish {
    PLACE,
    CANCEL,
    RELEASE,
    CANCEL_AS_FRAUD;

    boolean isOperators() {
      return this == RELEASE || this == CANCEL_AS_FRAUD;
    }
  }

  /** Whether nothing has to wait for it: people may change their mind, suspect and decide at any time, or late. */
  boolean isLeisure() {
    return switch (task) {
      case Visit visit -> visit.wish() != Wish.PLACE;
      case Delivery delivery -> delivery.message().data() instanceof FraudSuspected;
    };
  }

  /** Whether it waits for an order to be in review: operators look first. */
  boolean isDecision() {
    return task instanceof Visit visit && visit.wish().isOperators();
  }

  /** Whether it is there again when its handling came to nothing. */
  boolean comesBack() {
    return task instanceof Delivery || isDecision();
  }

  Optional<Message> message() {
    return task instanceof Delivery delivery ? Optional.of(delivery.message()) : Optional.empty();
  }
}
