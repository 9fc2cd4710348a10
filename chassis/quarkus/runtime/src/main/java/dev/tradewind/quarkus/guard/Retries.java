package dev.tradewind.quarkus.guard;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes a call again that failed, a little later, as often as is allowed and as long as the budget lasts.
 *
 * @param attempts with the first
 * @param worthwhile tells failures after which another attempt may succeed
 */
record Retries(int attempts, Predicate<Throwable> worthwhile, BackOff backOff, RetryBudget budget, Pause pause, GuardMeters meters) {

  /** Lets time pass without a thread that waits. */
  @FunctionalInterface
  interface Pause {
    Uni<Void> of(Duration length);
  }

  /** Makes a call that is made once. It counts for the budget of those that may be made again: they share the dependency. */
  <T> Uni<T> never(Supplier<Uni<T>> attempt) {
    budget.called();
    return attempt.get();
  }

  /** Makes a call that may be made again. When limit or budget say no, it fails as it failed last. */
  <T> Uni<T> allowed(Supplier<Uni<T>> attempt) {
    budget.called();
    return make(attempt, 1);
  }

  private <T> Uni<T> make(Supplier<Uni<T>> attempt, int nth) {
    return attempt.get().onFailure(failure -> nth < attempts && worthwhile.test(failure)).recoverWithUni(failure -> again(attempt, nth, failure));
  }

  private <T> Uni<T> again(Supplier<Uni<T>> attempt, int nth, Throwable failure) {
    if (!budget.spend()) {
      meters.denied();
      return Uni.createFrom().failure(failure);
    }
    meters.retried();
    return pause.of(backOff.before(nth)).chain(() -> make(attempt, nth + 1));
  }
}
