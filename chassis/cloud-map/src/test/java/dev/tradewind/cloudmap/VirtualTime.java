package dev.tradewind.cloudmap;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Time that passes only when a test says so. */
final class VirtualTime implements InstantSource {

  private record Task(Instant due, long order, Runnable work) {}

  private final List<Task> tasks = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long order;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets time pass, running what becomes due at its moment. */
  void pass(Duration time) {
    var end = instant().plus(time);
    for (var task = next(end); task.isPresent(); task = next(end)) {
      task.get().work().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  synchronized int pending() {
    return tasks.size();
  }

  /** Runs at once what is to run now, and later what is to run once later; knows nothing else. */
  ScheduledExecutorService scheduler() {
    return proxy(ScheduledExecutorService.class, (method, arguments) -> switch (method) {
      case "execute" -> run((Runnable) arguments[0]);
      case "schedule" -> schedule((Runnable) arguments[0], Duration.of((Long) arguments[1], ((TimeUnit) arguments[2]).toChronoUnit()));
      default -> throw new UnsupportedOperationException(method);
    });
  }

  private static Optional<Object> run(Runnable work) {
    work.run();
    return Optional.empty();
  }

  private synchronized ScheduledFuture<?> schedule(Runnable work, Duration delay) {
    var task = new Task(now.plus(delay), order++, work);
    tasks.add(task);
    return proxy(ScheduledFuture.class, (method, arguments) -> switch (method) {
      case "cancel" -> cancel(task);
      default -> throw new UnsupportedOperationException(method);
    });
  }

  private synchronized boolean cancel(Task task) {
    return tasks.remove(task);
  }

  private synchronized Optional<Task> next(Instant end) {
    var next = tasks.stream().filter(task -> !task.due().isAfter(end)).min(Comparator.comparing(Task::due).thenComparing(Task::order));
    next.ifPresent(task -> {
      tasks.remove(task);
      now = task.due();
    });
    return next;
  }

  private interface Calls {

    Object made(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Calls calls) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) ->
        calls.made(method.getName(), arguments)));
  }
}
