package dev.tradewind.quarkus.guard;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * What stands between us and a dependency in trouble: no attempt takes longer than the timeout, no more than so many are under way,
 * and when too many of the recent ones failed, none is made until a few succeed again. One guard for all calls to a dependency: they
 * share it. {@link Guards} makes one.
 *
 * <p>A call fails with what it failed with, or with {@code TimeoutException}, {@code BulkheadException} or {@code
 * CircuitBreakerOpenException} of MicroProfile Fault Tolerance.
 */
public final class HttpGuard {

  private final String name;
  private final Guard guard;
  private final Predicate<Throwable> answers;
  private final Retries retries;
  private final GuardMeters meters;

  HttpGuard(String name, Guard guard, Predicate<Throwable> answers, Retries retries, GuardMeters meters) {
    this.name = name;
    this.guard = guard;
    this.answers = answers;
    this.retries = retries;
    this.meters = meters;
  }

  /** As breakers, metrics and logs call it. */
  public String name() {
    return name;
  }

  /** Makes a call once, whatever comes of it. */
  public <T> Uni<T> call(Supplier<Uni<T>> call) {
    return Uni.createFrom().deferred(() -> retries.never(() -> attempt(call)));
  }

  /**
   * Makes a call that does the same made twice, and makes it again when it failed: as often as the options allow, while the budget
   * lasts, and neither after an answer nor while the breaker is open or too many are under way.
   */
  public <T> Uni<T> callIdempotent(Supplier<Uni<T>> call) {
    return Uni.createFrom().deferred(() -> retries.allowed(() -> attempt(call)));
  }

  @SuppressWarnings("unchecked") // The guard passes on what it is given.
  private <T> Uni<T> attempt(Supplier<Uni<T>> call) {
    return Uni.createFrom().deferred(() -> (Uni<T>) guard.get(call::get, Uni.class))
        // A client that has the same timeout may give up a moment before the guard does.
        .onFailure(java.util.concurrent.TimeoutException.class).transform(late -> new TimeoutException(late.getMessage(), late))
        .onItemOrFailure().invoke((item, failure) -> meters.ended(Outcome.of(failure, answers)));
  }
}
