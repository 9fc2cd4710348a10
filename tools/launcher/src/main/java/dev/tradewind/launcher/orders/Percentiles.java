package dev.tradewind.launcher.orders;

import org.HdrHistogram.Histogram;

/** Of a latency, in milliseconds. */
record Percentiles(long count, double p50, double p90, double p99, double max) {

  static Percentiles of(Histogram histogram, double unitsAMillisecond) {
    return new Percentiles(
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50) / unitsAMillisecond,
        histogram.getValueAtPercentile(90) / unitsAMillisecond,
        histogram.getValueAtPercentile(99) / unitsAMillisecond,
        histogram.getMaxValue() / unitsAMillisecond);
  }

  @Override
  public String toString() {
    return count == 0 ? "none" : "p50 %s  p90 %s  p99 %s  max %s".formatted(time(p50), time(p90), time(p99), time(max));
  }

  private static String time(double millis) {
    return millis < 10 ? "%.1f ms".formatted(millis) : millis < 10_000 ? "%.0f ms".formatted(millis) : "%.1f s".formatted(millis / 1e3);
  }
}
