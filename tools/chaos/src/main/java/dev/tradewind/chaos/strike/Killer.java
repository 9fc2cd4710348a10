package dev.tradewind.chaos.strike;

import dev.tradewind.chaos.recovery.Away;
import dev.tradewind.chaos.recovery.Away.Why;
import dev.tradewind.launcher.platform.LaunchException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Strikes by a schedule, and brings back what it struck. One process starts at a time: a JVM that starts beside others takes all the longer,
 * and in the end nothing would be there to be struck. What comes too late for that is left out.
 */
public final class Killer {

  private final Victims victims;
  private final Queue<Away> aways = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Semaphore starts = new Semaphore(1);

  Killer(Victims victims) {
    this.victims = victims;
  }

  /** Strikes the processes of a platform. */
  public static Killer of(Processes processes) {
    return new Killer(processes);
  }

  /**
   * Returns when the time is over and all is back.
   *
   * @param length after which nothing is struck any more
   */
  public void run(List<Strike> schedule, Duration length) throws InterruptedException {
    long began = System.nanoTime();
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Strike strike : schedule) {
        TimeUnit.NANOSECONDS.sleep(strike.at().toNanos() - (System.nanoTime() - began));
        if (strike instanceof Strike.Stop || starts.tryAcquire(length.toNanos() - (System.nanoTime() - began), TimeUnit.NANOSECONDS)) {
          hands.submit(() -> strikeOne(strike));
        }
      }
    }
  }

  private void strikeOne(Strike strike) {
    try {
      victims.choose(strike.victim()).ifPresent(victim -> strike(strike, victim));
    } finally {
      if (!(strike instanceof Strike.Stop)) {
        starts.release();
      }
    }
  }

  private void strike(Strike strike, String victim) {
    Instant from = Instant.now();
    try {
      Why why = switch (strike) {
        case Strike.Kill kill -> {
          victims.kill(victim);
          victims.start(victim);
          yield Why.KILLED;
        }
        case Strike.Stop stop -> {
          victims.hold(victim);
          rest(stop.length());
          victims.letGo(victim);
          yield Why.STOPPED;
        }
        case Strike.Restart restart -> {
          victims.stop(victim);
          victims.start(victim);
          yield Why.RESTARTED;
        }
      };
      aways.add(new Away(victim, why, from, Instant.now()));
    } catch (LaunchException didNotComeBack) {
      failures.add("%s did not come back: %s".formatted(victim, didNotComeBack.getMessage()));
    } finally {
      victims.back(victim);
    }
  }

  private static void rest(Duration length) {
    try {
      TimeUnit.NANOSECONDS.sleep(length.toNanos());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was struck and is back. */
  public List<Away> aways() {
    return new ArrayList<>(aways);
  }

  public long count(Why why) {
    return aways.stream().filter(away -> away.why() == why).count();
  }

  /** What was struck and did not come back. */
  public List<String> failures() {
    return new ArrayList<>(failures);
  }
}
