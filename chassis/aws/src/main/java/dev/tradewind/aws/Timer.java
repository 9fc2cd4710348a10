package dev.tradewind.aws;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;

/** Waiting, behind one method, so that tests own the time. */
@FunctionalInterface
interface Timer {

  /** Runs the task once, after the delay, unless it is cancelled before. */
  Cancellable after(Duration delay, Runnable task);

  /** Runs tasks on the executor that Mutiny, or whoever configured it, already has. */
  static Timer shared() {
    return (delay, task) -> {
      var scheduled = Infrastructure.getDefaultWorkerPool().schedule(task, delay.toNanos(), NANOSECONDS);
      return () -> scheduled.cancel(false);
    };
  }
}
