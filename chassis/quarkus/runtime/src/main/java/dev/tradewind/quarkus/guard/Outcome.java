package dev.tradewind.quarkus.guard;

import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** How one attempt ended. */
enum Outcome {
  /** With an answer, also with one that says no. */
  DONE,
  FAILED,
  TIMED_OUT,
  /** It was not made: the breaker is open. */
  REJECTED_OPEN,
  /** It was not made: as many as may be are under way. */
  REJECTED_FULL;

  /** @param answers tells failures that are answers */
  static Outcome of(Throwable failure, Predicate<Throwable> answers) {
    return switch (failure) {
      case null -> DONE;
      case TimeoutException late -> TIMED_OUT;
      case CircuitBreakerOpenException open -> REJECTED_OPEN;
      case BulkheadException full -> REJECTED_FULL;
      case Throwable other -> answers.test(other) ? DONE : FAILED;
    };
  }

  /** Whether another attempt may end better: not after an answer, and an attempt that was not even made says to leave it. */
  boolean isWorthARetry() {
    return switch (this) {
      case FAILED, TIMED_OUT -> true;
      case DONE, REJECTED_OPEN, REJECTED_FULL -> false;
    };
  }

  /** As metrics name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
