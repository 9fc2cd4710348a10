package dev.tradewind.quarkus;

import io.quarkus.logging.LoggingFilter;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Says which order, and which message, the current request or delivery is about: every log line from here on carries it.
 *
 * <p>The two are kept beside the MDC, not in it, because OpenTelemetry empties the MDC of a context whenever a span begins.
 */
@LoggingFilter(name = "order-context")
public final class OrderContext implements Filter {

  private static final String ORDER = "orderId";
  private static final String MESSAGE = "messageId";

  /** The current request is about this order. Outside a request or a delivery this does nothing. */
  public static void enter(String orderId) {
    if (VertxContext.isOnDuplicatedContext()) {
      Vertx.currentContext().putLocal(ORDER, orderId);
    }
  }

  static void enter(Context delivery, String orderId, String messageId) {
    delivery.putLocal(ORDER, orderId);
    delivery.putLocal(MESSAGE, messageId);
  }

  /** Adds the ids to the line. It never holds a line back. */
  @Override
  public boolean isLoggable(LogRecord line) {
    if (line instanceof ExtLogRecord extended && VertxContext.isOnDuplicatedContext()) {
      add(extended, ORDER);
      add(extended, MESSAGE);
    }
    return true;
  }

  private static void add(ExtLogRecord line, String key) {
    if (Vertx.currentContext().getLocal(key) instanceof String value) {
      line.putMdc(key, value);
    }
  }
}
