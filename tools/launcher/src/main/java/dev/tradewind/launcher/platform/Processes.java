package dev.tradewind.launcher.platform;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts processes that may start together and waits for all of them; stops processes that may stop together. */
final class Processes {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LINES_OF_A_FAILED_LOG = 25;

  /** What a process is given to start with. */
  record Call(List<String> arguments, Map<String, String> environment) {}

  private final Home home;
  private final HttpClient http;
  private final PlatformOptions options;
  private final Consumer<String> progress;
  private boolean cancelled;

  Processes(Home home, HttpClient http, PlatformOptions options, Consumer<String> progress) {
    this.home = home;
    this.http = http;
    this.options = options;
    this.progress = progress;
  }

  void refuseUnbuilt(ComponentProcess process) {
    Path jar = process.component().jarIn(home.root());
    if (!Files.isRegularFile(jar)) {
      throw new LaunchException("%s is not built: %s is missing; run ./tradewind up without --no-build"
          .formatted(process.component().name(), home.show(jar)));
    }
  }

  /** Returns when all are ready; throws when one ends or takes too long, and leaves it to the caller to stop the others. */
  void start(Map<ComponentProcess, Call> calls) {
    long from = System.nanoTime();
    Map<ComponentProcess, Long> logOffsets = new HashMap<>();
    calls.forEach((process, call) -> {
      logOffsets.put(process, process.log().size());
      startUnlessCancelled(process, call);
    });
    List<ComponentProcess> waiting = new ArrayList<>(calls.keySet());
    while (!waiting.isEmpty()) {
      waiting.stream().filter(process -> !process.isRunning()).findFirst()
          .ifPresent(process -> fail(process, logOffsets.get(process), "ended before it was ready"));
      waiting.removeIf(process -> tellWhenReady(process, logOffsets.get(process), from));
      if (!waiting.isEmpty() && System.nanoTime() - from > options.startLimit().toNanos()) {
        fail(waiting.getFirst(), logOffsets.get(waiting.getFirst()), "was not ready within " + options.startLimit().toSeconds() + " s");
      }
      LockSupport.parkNanos(waiting.isEmpty() ? 0 : POLL.toNanos());
    }
  }

  private boolean tellWhenReady(ComponentProcess process, long logOffset, long from) {
    boolean ready = process.isReady(http, logOffset);
    if (ready) {
      progress.accept("%-12s ready in %s at %s".formatted(process.component().name(), Elapsed.since(from), process.component().url()));
    }
    return ready;
  }

  private synchronized void startUnlessCancelled(ComponentProcess process, Call call) {
    if (cancelled) {
      throw new LaunchException("Stopped before " + process.component().name() + " was started");
    }
    process.start(home.root(), call.arguments(), call.environment());
  }

  /** From now on nothing starts. */
  synchronized void cancel() {
    cancelled = true;
  }

  private void fail(ComponentProcess process, long logOffset, String what) {
    List<String> lines = process.log().from(logOffset).lines().toList();
    throw new LaunchException("%s %s; the end of %s:%n%s".formatted(process.component().name(), what, home.show(process.log().path()),
        String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILED_LOG), lines.size()))));
  }

  void stop(List<ComponentProcess> processes) {
    long from = System.nanoTime();
    processes.forEach(ComponentProcess::terminate);
    for (ComponentProcess process : processes) {
      Duration left = options.stopLimit().minusNanos(System.nanoTime() - from);
      ComponentProcess.End end = process.awaitEnd(left.isPositive() ? left : Duration.ZERO);
      if (end != ComponentProcess.End.NEVER_STARTED) {
        progress.accept("%-12s %s after %s".formatted(process.component().name(), end, Elapsed.since(from)));
      }
    }
  }
}
