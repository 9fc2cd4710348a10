package dev.tradewind.e2e;

import dev.tradewind.e2e.Http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Clients of the gateway, each of whom makes its own call again and again, complains of every answer but a good one, and repeats nothing. */
final class Visitors implements AutoCloseable {

  private static final int GOOD = 300;
  // Time for a killed instance to start beside them.
  private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);

  private final ExecutorService all = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, AtomicInteger> calls = new LinkedHashMap<>();
  private final Map<String, AtomicReference<Answer>> last = new LinkedHashMap<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private volatile boolean closing;

  /** Begins at once. */
  Visitors(Map<String, Supplier<Answer>> wishes) {
    wishes.forEach((name, wish) -> {
      calls.put(name, new AtomicInteger());
      last.put(name, new AtomicReference<>());
    });
    wishes.forEach((name, wish) -> all.submit(() -> visit(name, wish)));
  }

  private void visit(String name, Supplier<Answer> wish) {
    while (!closing) {
      try {
        Answer answer = wish.get();
        last.get(name).set(answer);
        if (answer.status() >= GOOD) {
          complaints.add("%s: %d %s".formatted(name, answer.status(), answer.body()));
        }
      } catch (UncheckedIOException noAnswer) {
        complaints.add(name + ": " + noAnswer.getMessage());
      }
      calls.get(name).incrementAndGet();
      LockSupport.parkNanos(BETWEEN_CALLS.toNanos());
    }
  }

  /** Returns when each of them has called that often since now. */
  void awaitCalls(int more) {
    Map<String, Integer> before = new LinkedHashMap<>();
    calls.forEach((name, count) -> before.put(name, count.get()));
    Stage.eventually().until(() -> calls.entrySet().stream().allMatch(entry -> entry.getValue().get() >= before.get(entry.getKey()) + more));
  }

  /** What this one was answered last. */
  Answer last(String name) {
    return last.get(name).get();
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    closing = true;
    all.close();
  }
}
