package dev.tradewind.queries.serving;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Lets time pass for somebody who waits for an order. */
@FunctionalInterface
public interface Pause {

  /** Completes after that time, or sooner when the order's view may have changed; at once when the time is zero. */
  Uni<Void> of(String orderId, Duration time);
}
