package dev.tradewind.gateway.shedding;

import dev.tradewind.core.Check;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** As many requests of one kind as may be under way. Nobody waits for a seat. */
final class Seats {

  private final int most;
  private final AtomicInteger taken = new AtomicInteger();
  private final Counter refused;

  /**
   * @param kind as metrics call it
   * @param most 1 or more
   */
  Seats(String kind, int most, MeterRegistry meters) {
    Check.that(most >= 1, "tradewind.gateway.most-%s must be at least 1, but is %d", kind, most);
    this.most = most;
    this.refused = Counter.builder("tradewind.gateway.refused").tag("kind", kind).description("for want of a seat").register(meters);
    Gauge.builder("tradewind.gateway.under.way", taken, AtomicInteger::get).tag("kind", kind).register(meters);
    Gauge.builder("tradewind.gateway.most", () -> most).tag("kind", kind).description("that may be under way").register(meters);
  }

  /** A seat, when there is one left. */
  Optional<Seat> take() {
    if (taken.incrementAndGet() <= most) {
      return Optional.of(new Seat());
    }
    taken.decrementAndGet();
    refused.increment();
    return Optional.empty();
  }

  /** It is free when it is left, however often that is said: a connection that breaks ends a request more than once. */
  final class Seat {

    private final AtomicBoolean left = new AtomicBoolean();

    void leave() {
      if (left.compareAndSet(false, true)) {
        taken.decrementAndGet();
      }
    }
  }
}
