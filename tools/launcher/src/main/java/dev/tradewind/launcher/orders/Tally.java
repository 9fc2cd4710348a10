package dev.tradewind.launcher.orders;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What is known while orders run: for the progress line, and for the percentiles. */
final class Tally {

  private static final int DIGITS = 3;

  private final LongAdder accepted = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder surprising = new LongAdder();
  private final Histogram acceptMicros = new ConcurrentHistogram(DIGITS);
  private final Histogram toEndMillis = new ConcurrentHistogram(DIGITS);

  void accepted(Duration latency) {
    accepted.increment();
    acceptMicros.recordValue(latency.toNanos() / 1_000);
  }

  void finished(OrderResult result) {
    ended.increment();
    if (!result.isExpected()) {
      surprising.increment();
    }
    if (result instanceof OrderResult.Ended end) {
      toEndMillis.recordValue(Math.max(0, end.toEnd().toMillis()));
    }
  }

  /** One line of progress. */
  String line(int total, Duration elapsed) {
    String surprises = surprising.sum() == 0 ? "" : "  %d surprising".formatted(surprising.sum());
    return "%d of %d ended, %d accepted, %.0f s%s".formatted(ended.sum(), total, accepted.sum(), elapsed.toMillis() / 1e3, surprises);
  }

  /** From sending an order to its 202, in milliseconds. */
  Percentiles accept() {
    return Percentiles.of(acceptMicros, 1_000);
  }

  /** From placed to ended by the service's clock, in milliseconds. */
  Percentiles toEnd() {
    return Percentiles.of(toEndMillis, 1);
  }
}
