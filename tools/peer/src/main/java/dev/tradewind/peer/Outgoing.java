package dev.tradewind.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;

/**
 * What is to be sent once the transaction that decided it is written.
 *
 * @param delay how long the queue keeps it back, whole seconds up to 15 minutes; events know none
 */
record Outgoing(Message message, Duration delay) {

  static Outgoing now(Kind kind, String orderId, ObjectNode data) {
    return new Outgoing(new Message(UUID.randomUUID().toString(), kind, orderId, data), Duration.ZERO);
  }

  static Outgoing now(Kind kind, String orderId) {
    return now(kind, orderId, Json.object());
  }

  Outgoing after(Duration later) {
    return new Outgoing(message, later);
  }
}
