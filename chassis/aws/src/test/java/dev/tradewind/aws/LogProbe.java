package dev.tradewind.aws;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What a class logs while a test runs; the lines do not reach the console. */
final class LogProbe extends Handler {

  private record Line(Level level, String text) {}

  private final Logger logger;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private LogProbe(Logger logger) {
    this.logger = logger;
  }

  static LogProbe of(Class<?> category) {
    var probe = new LogProbe(Logger.getLogger(category.getName()));
    probe.logger.addHandler(probe);
    probe.logger.setUseParentHandlers(false);
    return probe;
  }

  /** Lines of this level or above. */
  List<String> lines(Level least) {
    return lines.stream().filter(line -> line.level().intValue() >= least.intValue()).map(Line::text).toList();
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(new Line(record.getLevel(), ExtLogRecord.wrap(record).getFormattedMessage()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
