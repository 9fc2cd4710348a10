package dev.tradewind.orders.telemetry;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;

/** Keeps every line that is logged, as the console shows it: it hears of each after the console has. */
final class LogLines extends ExtHandler implements AutoCloseable {

  /** One line. */
  record Line(String logger, String text, Map<String, String> fields) {

    boolean mentions(String word) {
      return text.contains(word) || fields.values().stream().anyMatch(value -> value.contains(word));
    }
  }

  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

  static LogLines listening() {
    var lines = new LogLines();
    LogContext.getLogContext().getLogger("").addHandler(lines);
    return lines;
  }

  List<Line> all() {
    return List.copyOf(lines);
  }

  /** The lines that say this anywhere. */
  List<Line> about(String word) {
    return lines.stream().filter(line -> line.mentions(word)).toList();
  }

  @Override
  protected void doPublish(ExtLogRecord line) {
    lines.add(new Line(line.getLoggerName(), line.getFormattedMessage() + thrown(line), line.getMdcCopy()));
  }

  @Override
  public void close() {
    LogContext.getLogContext().getLogger("").removeHandler(this);
  }

  private static String thrown(LogRecord line) {
    return line.getThrown() == null ? "" : " " + line.getThrown();
  }
}
