package dev.tradewind.insights.reading;

import java.util.Locale;

/** The readers. Each has a checkpoint, a table and a switch of its own. */
public enum ReaderName {
  FRAUD,
  RECOMMENDATIONS,
  SALES;

  /** In metrics, logs, settings and names of tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
