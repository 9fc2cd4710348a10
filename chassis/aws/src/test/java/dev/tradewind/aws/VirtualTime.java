package dev.tradewind.aws;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes only when a test says so. */
final class VirtualTime implements Timer, InstantSource {

  private record Task(Instant due, long order, Runnable work) {}

  private final List<Task> tasks = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long order;

  @Override
  public synchronized Cancellable after(Duration delay, Runnable work) {
    var task = new Task(now.plus(delay), order++, work);
    tasks.add(task);
    return () -> cancel(task);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets time pass, running what becomes due at its moment. */
  void pass(Duration time) {
    var end = instant().plus(time);
    for (var task = next(end); task != null; task = next(end)) {
      task.work().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  synchronized int pending() {
    return tasks.size();
  }

  private synchronized Task next(Instant end) {
    var next = tasks.stream().filter(task -> !task.due().isAfter(end)).min(Comparator.comparing(Task::due).thenComparing(Task::order));
    next.ifPresent(task -> {
      tasks.remove(task);
      now = task.due();
    });
    return next.orElse(null);
  }

  private synchronized void cancel(Task task) {
    tasks.remove(task);
  }
}
