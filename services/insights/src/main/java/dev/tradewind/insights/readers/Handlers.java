package dev.tradewind.insights.readers;

import dev.tradewind.insights.reading.ReaderName;
import dev.tradewind.log.LogHandler;

/** What each reader does with the log. */
public record Handlers(LogHandler fraud, LogHandler recommendations, LogHandler sales) {

  public LogHandler of(ReaderName reader) {
    return switch (reader) {
      case FRAUD -> fraud;
      case RECOMMENDATIONS -> recommendations;
      case SALES -> sales;
    };
  }
}
