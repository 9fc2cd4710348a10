package dev.tradewind.cloudmap;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged while a test does something; the lines do not reach the console. */
final class LogLines extends Handler {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LogLines() {}

  static List<String> of(String category, Runnable action) {
    var logger = Logger.getLogger(category);
    var lines = new LogLines();
    logger.addHandler(lines);
    logger.setUseParentHandlers(false);
    try {
      action.run();
    } finally {
      logger.removeHandler(lines);
      logger.setUseParentHandlers(true);
    }
    return lines.lines;
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
