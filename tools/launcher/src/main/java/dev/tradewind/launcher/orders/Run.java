package dev.tradewind.launcher.orders;

import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.time.Duration;
import java.util.Optional;

/**
 * How orders are placed.
 *
 * @param concurrency how many orders are between being placed and being paid for at once
 * @param perSecond how many are placed a second at most; empty for as many as go
 * @param timeout how long one order may take from being placed to its end
 */
record Run(int concurrency, Optional<Double> perSecond, Duration timeout) {

  Run {
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be at least 1, not " + concurrency);
    }
    if (perSecond.filter(rate -> !(rate > 0)).isPresent()) {
      throw new IllegalArgumentException("rate must be more than 0, not " + perSecond.get());
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be longer than nothing, not " + timeout);
    }
  }

  static Optional<End> end(String state) {
    for (End end : End.values()) {
      if (end.name().equals(state)) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }
}
