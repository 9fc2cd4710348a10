package dev.tradewind.inventory.messaging;

import dev.tradewind.quarkus.OrderContext;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged in one category, with the order that each line says it is about. */
final class LogLines extends Handler implements AutoCloseable {

  /** @param orderId from the log context, not from the text */
  record Line(String text, String orderId) {}

  private final Logger category;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private LogLines(Logger category) {
    this.category = category;
  }

  static LogLines of(String category) {
    var lines = new LogLines(Logger.getLogger(category));
    lines.setFilter(new OrderContext());
    lines.category.addHandler(lines);
    return lines;
  }

  /** Lines whose text names one of the orders. */
  List<Line> about(Collection<String> orders) {
    return lines.stream().filter(line -> orders.stream().anyMatch(line.text()::contains)).toList();
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry) && entry instanceof ExtLogRecord line) {
      lines.add(new Line(line.getFormattedMessage(), String.valueOf(line.getMdc("orderId"))));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    category.removeHandler(this);
  }
}
