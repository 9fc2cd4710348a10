package dev.tradewind.chaos.proxy;

import java.util.function.Predicate;

/** What can go wrong with a request to AWS, or with its answer. */
public enum Fault {
  /** Executed, and the connection closes without an answer. */
  ANSWER_LOST(operation -> true),
  /** 500, not executed. */
  INTERNAL_ERROR(operation -> true),
  /** 503, not executed. */
  UNAVAILABLE(operation -> true),
  /** Too many requests, not executed. */
  THROTTLED(operation -> true),
  /** Another transaction has the item, not executed. */
  CONFLICT(Operation::writesItems),
  /** The request, or its answer, is late; up to seconds, longer than clients wait for an attempt. */
  DELAYED(operation -> true),
  /** Some entries of a batch are executed and others refused. */
  PARTLY_REFUSED(operation -> operation.isQueueBatch() || operation.isLogBatch()),
  /** A message is delivered a second time, later, under another receipt handle, also when the first was deleted. */
  DUPLICATED(Operation::isReceive),
  /** A message that was just delivered can be seen by others at once. */
  REAPPEARED(Operation::isReceive),
  /** Messages come in another order. */
  REORDERED(Operation::isReceive),
  /** One key is written faster than DynamoDB lets it. Never drawn: it follows from the load. */
  HOT_KEY(operation -> false);

  private final Predicate<Operation> strikes;

  Fault(Predicate<Operation> strikes) {
    this.strikes = strikes;
  }

  boolean strikes(Operation operation) {
    return strikes.test(operation);
  }
}
