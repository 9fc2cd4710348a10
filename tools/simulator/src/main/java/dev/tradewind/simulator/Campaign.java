package dev.tradewind.simulator;

import dev.tradewind.simulator.world.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Many worlds, one after the other, from consecutive seeds.
 *
 * @param from the first seed
 * @param orders after so many orders no new world begins
 * @param threads how many worlds at a time; each is simulated in one thread, so the number changes nothing but the speed
 * @param longest after so long no new world begins
 * @param change made to every plan
 */
record Campaign(long from, long orders, int threads, Optional<Duration> longest, UnaryOperator<Plan> change) {

  /** Runs until it is over, or enough worlds have failed. */
  Totals run(Totals totals) {
    var nextSeed = new AtomicLong(from);
    var begun = new AtomicLong();
    long deadline = System.nanoTime() + longest.map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
    Runnable work = () -> {
      while (begun.get() < orders && System.nanoTime() - deadline < 0 && !totals.failedEnough()) {
        var plan = change.apply(Plan.of(nextSeed.getAndIncrement()));
        begun.addAndGet(plan.orders());
        totals.add(Platform.run(plan));
      }
    };
    var broken = new AtomicReference<Throwable>();
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      workers.add(Thread.ofPlatform().name("world-" + i).uncaughtExceptionHandler((thread, failure) -> broken.set(failure)).start(work));
    }
    workers.forEach(Campaign::join);
    if (broken.get() != null) {
      throw new IllegalStateException("a world broke down near seed " + nextSeed.get(), broken.get());
    }
    return totals;
  }

  private static void join(Thread worker) {
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while worlds were running", e);
    }
  }
}
