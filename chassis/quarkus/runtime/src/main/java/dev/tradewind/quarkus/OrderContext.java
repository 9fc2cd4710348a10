package dev.tradewind.quarkus;

import org.jboss.logging.MDC;

/** Says which order, and which message, the current request or delivery is about: every log line from here on carries it. */
public final class OrderContext {

  static final String ORDER = "orderId";
  static final String MESSAGE = "messageId";

  private OrderContext() {}

  /** The current request is about this order. */
  public static void enter(String orderId) {
    MDC.put(ORDER, orderId);
  }

  static void enter(String orderId, String messageId) {
    MDC.put(ORDER, orderId);
    MDC.put(MESSAGE, messageId);
  }
}
