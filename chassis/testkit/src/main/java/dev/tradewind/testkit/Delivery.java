package dev.tradewind.testkit;

import dev.tradewind.core.Message;
import java.time.Instant;

/** One copy of a message on its way to one subscriber. */
record Delivery(Subscriber to, Message message, Instant visibleAt, int receives) {

  Delivery receivedAgain(Instant visible) {
    return new Delivery(to, message, visible, receives + 1);
  }
}
