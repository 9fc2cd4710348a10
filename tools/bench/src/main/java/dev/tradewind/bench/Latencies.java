package dev.tradewind.bench;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Many durations, of which a few percentiles are told. */
final class Latencies {

  private static final int DIGITS = 3;
  private static final double MICROS_PER_MILLI = 1_000;

  private final Histogram micros = new ConcurrentHistogram(DIGITS);

  /** In milliseconds. */
  record Percentiles(long count, double p50, double p90, double p99, double max) {}

  void add(Duration duration) {
    micros.recordValue(Math.max(0, duration.toNanos() / 1_000));
  }

  Percentiles percentiles() {
    return new Percentiles(micros.getTotalCount(), at(50), at(90), at(99), at(100));
  }

  private double at(double percentile) {
    return micros.getTotalCount() == 0 ? 0 : Math.round(micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI * 10) / 10.0;
  }
}
