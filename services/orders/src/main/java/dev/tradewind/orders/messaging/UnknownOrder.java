package dev.tradewind.orders.messaging;

/** Somebody tells of an order that nobody placed: it is told again later, and in the end it lies in the dead-letter queue. */
public final class UnknownOrder extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownOrder(String messageId, String orderId) {
    super("message %s is about order %s, which was never placed; find out who made it up, or redrive it once the order is there"
        .formatted(messageId, orderId));
  }
}
