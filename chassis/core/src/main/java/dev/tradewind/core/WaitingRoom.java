package dev.tradewind.core;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where work waits while something that all of it needs is away, before it has cost anything: no read, no intent, no refused call. One
 * after the other goes first and tries; when what was away is back, all others follow at once.
 *
 * <p>Whoever waits for a message keeps it: its queue shows it to nobody else, and does not count another delivery.
 */
public final class WaitingRoom {

  private final Options options;
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private boolean away;
  private boolean mayTry;
  /** Counts the times it went away: what belongs to an earlier one lets nobody try in a later one. */
  private long absence;

  /**
   * How to wait.
   *
   * @param pause how long nobody tries after a failed trial
   * @param patience how long anything waits, at most; then it fails
   * @param timer runs something later
   * @param home brings whoever waited back to where the waiting began
   */
  public record Options(Duration pause, Duration patience, Timer timer, Home home) {

    public Options {
      Check.that(pause.isPositive(), "pause must be longer than nothing, but is %s", pause);
      Check.that(patience.compareTo(pause) > 0, "patience must be longer than the pause, but is %s", patience);
      Check.notNull(timer, "timer");
      Check.notNull(home, "home");
    }

    /** On Mutiny's own timer, continued wherever the waiting ends. */
    public static Options of(Duration pause, Duration patience) {
      Timer timer = (delay, task) -> Infrastructure.getDefaultWorkerPool().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      return new Options(pause, patience, timer, Supplier::get);
    }

    public Options continuedAt(Home place) {
      return new Options(pause, patience, timer, place);
    }
  }

  /** Runs something once, later. */
  @FunctionalInterface
  public interface Timer {
    void after(Duration delay, Runnable task);
  }

  /** The place somebody waits at. */
  @FunctionalInterface
  public interface Home {
    /** The same, continued there. */
    Uni<Boolean> after(Supplier<Uni<Boolean>> waiting);
  }

  /** It was waited for too long. */
  public static final class StillAway extends RuntimeException {
    StillAway(Duration patience) {
      super("what this needs has been away for %d s; it is tried again later".formatted(patience.toSeconds()));
    }
  }

  private record Waiter(UniEmitter<? super Boolean> turn) {}

  public WaitingRoom(Options options) {
    this.options = Check.notNull(options, "options");
  }

  /** Does the work, now or when its turn has come. */
  public <T> Uni<T> enter(Supplier<Uni<T>> work) {
    return Uni.createFrom().deferred(() -> isAway()
        ? options.home().after(this::turn).flatMap(trial -> trial ? attempt(work) : work.get())
        : work.get());
  }

  /** What all need is away. */
  public void away() {
    synchronized (this) {
      if (away) {
        return;
      }
      away = true;
      mayTry = false;
      absence++;
    }
    tryAfterPause(absence());
  }

  /** It is back: nobody waits any more. */
  public void back() {
    List<Waiter> all;
    synchronized (this) {
      away = false;
      all = new ArrayList<>(waiting);
      waiting.clear();
    }
    all.forEach(waiter -> waiter.turn().complete(false));
  }

  private synchronized boolean isAway() {
    return away;
  }

  private synchronized long absence() {
    return absence;
  }

  /** Completes with whether it is a trial. */
  private Uni<Boolean> turn() {
    return Uni.createFrom().emitter(emitter -> {
      var waiter = new Waiter(emitter);
      synchronized (this) {
        waiting.add(waiter);
      }
      emitter.onTermination(() -> leave(waiter));
      options.timer().after(options.patience(), () -> {
        if (leave(waiter)) {
          emitter.fail(new StillAway(options.patience()));
        }
      });
      next().ifPresent(first -> first.turn().complete(true));
    });
  }

  private synchronized boolean leave(Waiter waiter) {
    return waiting.remove(waiter);
  }

  /** Whoever may try now; everybody when there was a return since they were sent to wait. */
  private Optional<Waiter> next() {
    if (!isAway()) {
      back();
      return Optional.empty();
    }
    synchronized (this) {
      if (!mayTry || waiting.isEmpty()) {
        return Optional.empty();
      }
      mayTry = false;
      return Optional.of(waiting.removeFirst());
    }
  }

  private <T> Uni<T> attempt(Supplier<Uni<T>> work) {
    long during = absence();
    return Uni.createFrom().<T>deferred(work::get).onTermination().invoke((done, failure, cancelled) -> {
      if (failure == null && !cancelled) {
        mayTry(during);
      } else {
        tryAfterPause(during);
      }
    });
  }

  private void tryAfterPause(long during) {
    options.timer().after(options.pause(), () -> mayTry(during));
  }

  private void mayTry(long during) {
    synchronized (this) {
      mayTry |= absence == during;
    }
    next().ifPresent(first -> first.turn().complete(true));
  }
}
