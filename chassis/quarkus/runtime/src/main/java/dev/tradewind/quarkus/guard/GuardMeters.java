package dev.tradewind.quarkus.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is counted about one guard; all of it is there, as zero, from the beginning. */
final class GuardMeters {

  private final AtomicReference<CircuitBreakerState> state = new AtomicReference<>(CircuitBreakerState.CLOSED);
  private final Map<Outcome, Counter> calls;
  private final Counter retries;
  private final Counter denied;

  GuardMeters(String guard, MeterRegistry meters) {
    Gauge.builder("tradewind.guard.state", state, now -> number(now.get())).tag("guard", guard)
        .description("0 closed, 1 half open, 2 open").register(meters);
    calls = Arrays.stream(Outcome.values()).collect(Collectors.toUnmodifiableMap(
        Function.identity(), outcome -> meters.counter("tradewind.guard.calls", "guard", guard, "outcome", outcome.toString())));
    retries = meters.counter("tradewind.guard.retries", "guard", guard);
    denied = meters.counter("tradewind.guard.retries.denied", "guard", guard);
  }

  void ended(Outcome outcome) {
    calls.get(outcome).increment();
  }

  void retried() {
    retries.increment();
  }

  /** There was no budget for a retry. */
  void denied() {
    denied.increment();
  }

  void changed(CircuitBreakerState now) {
    state.set(now);
  }

  private static int number(CircuitBreakerState state) {
    return switch (state) {
      case CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }
}
