package dev.tradewind.launcher.orders;

import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.time.Duration;

/** What became of one planned order. */
sealed interface OrderResult {

  PlannedOrder plan();

  /** Whether it came to one of the ends its line expects. */
  default boolean isExpected() {
    return false;
  }

  /** How it ended, in a word. */
  String outcome();

  /** It reached an end. {@code toEnd} is by the service's own clock. */
  record Ended(PlannedOrder plan, String orderId, End end, String reason, Money total, Duration toEnd) implements OrderResult {
    @Override
    public boolean isExpected() {
      return plan.expected().contains(end);
    }

    @Override
    public String outcome() {
      return end.name();
    }
  }

  /** It was accepted, and no end was seen in time, or it waits for an operator. */
  record Unfinished(PlannedOrder plan, String orderId, String lastState) implements OrderResult {
    @Override
    public String outcome() {
      return "unfinished";
    }
  }

  /** It was not accepted. */
  record NotAccepted(PlannedOrder plan, String why) implements OrderResult {
    @Override
    public String outcome() {
      return "not accepted";
    }
  }
}
