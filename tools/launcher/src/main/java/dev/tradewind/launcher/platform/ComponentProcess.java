package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process of one component: started, asked, stopped. All it knows is in the pid file, so any later command can take over. */
final class ComponentProcess {

  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

  private final Component component;
  private final PidFile pidFile;
  private final LogFile log;
  private boolean asked;

  ComponentProcess(Component component, Path workDirectory) {
    this.component = component;
    this.pidFile = new PidFile(workDirectory.resolve("run").resolve(component.name() + ".json"));
    this.log = new LogFile(workDirectory.resolve("logs").resolve(component.name() + ".log"));
  }

  Component component() {
    return component;
  }

  LogFile log() {
    return log;
  }

  /** How a process ended. */
  enum End {
    NEVER_STARTED, ENDED_BEFORE, STOPPED, KILLED;

    @Override
    public String toString() {
      return switch (this) {
        case NEVER_STARTED -> "was never started";
        case ENDED_BEFORE -> "had ended before";
        case STOPPED -> "stopped";
        case KILLED -> "did not stop when asked and was killed";
      };
    }
  }

  /** What was written down when it was started; it may have ended since. */
  Optional<PidFile.Entry> recorded() {
    return pidFile.read();
  }

  boolean isRunning() {
    return pidFile.running().isPresent();
  }

  void refuseTakenPort() {
    if (!isRunning() && !Ports.isFree(component.port())) {
      throw new PortTakenException(component.name(), component.port(), PortOwner.describe(component.port()));
    }
  }

  /** Starts the process and returns at once; what it prints goes to the log. */
  void start(Path root, List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    // A session of its own keeps Ctrl-C for a later command in the same terminal from reaching it.
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.add(JAVA);
    command.addAll(component.jvmOptions());
    command.addAll(AotCache.of(component, root).options());
    command.addAll(List.of("-jar", component.jarIn(root).toString()));
    command.addAll(arguments);
    try {
      Files.createDirectories(log.path().getParent());
      ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
      builder.environment().putAll(environment);
      pidFile.write(PidFile.Entry.of(builder.start().toHandle(), component.port()));
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
  }

  /** From now on this process, which someone else started, is the component's. */
  void adopt(ProcessHandle process) {
    pidFile.write(PidFile.Entry.of(process, component.port()));
  }

  ProcessStatus status(HttpClient http) {
    Optional<PidFile.Entry> entry = pidFile.running();
    if (entry.isEmpty()) {
      return new ProcessStatus.Down(component.name(), component.port());
    }
    PidFile.Entry running = entry.get();
    Health health = health(http);
    // Who does not answer is not asked a second time.
    SortedMap<String, Breaker> breakers = health == Health.UNREACHABLE ? new TreeMap<>() : breakers(http);
    return new ProcessStatus.Running(component.name(), running.port(), running.pid(), health,
        Memory.resident(running.pid()), running.uptime(), breakers);
  }

  /** Whether it can be used; {@code logOffset} is where its log stood when it was started. */
  boolean isReady(HttpClient http, long logOffset) {
    return switch (component.readiness()) {
      case HEALTH -> Health.ask(http, component.url()) == Health.READY;
      case READY_LINE -> log.from(logOffset).lines().anyMatch(line -> line.contains(" ready http"));
    };
  }

  private Health health(HttpClient http) {
    return switch (component.readiness()) {
      case HEALTH -> Health.ask(http, component.url());
      // It listens from the moment it is ready, and only then.
      case READY_LINE -> Ports.isFree(component.port()) ? Health.UNREACHABLE : Health.READY;
    };
  }

  private SortedMap<String, Breaker> breakers(HttpClient http) {
    return component.isService() ? Breaker.ask(http, component.url()) : new TreeMap<>();
  }

  /** Asks it to stop. */
  void terminate() {
    pidFile.running().flatMap(PidFile.Entry::process).ifPresent(process -> asked = process.destroy());
  }

  /** Returns when it has ended, by force once {@code patience} is over. */
  End awaitEnd(Duration patience) {
    if (recorded().isEmpty()) {
      return End.NEVER_STARTED;
    }
    End end = pidFile.running().flatMap(PidFile.Entry::process)
        .map(process -> ends(process, patience) ? End.STOPPED : End.KILLED).orElse(asked ? End.STOPPED : End.ENDED_BEFORE);
    if (end == End.KILLED) {
      kill();
    }
    pidFile.delete();
    return end;
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    pidFile.running().flatMap(PidFile.Entry::process).ifPresent(process -> {
      process.destroyForcibly();
      ends(process, Duration.ofSeconds(10));
    });
    pidFile.delete();
  }

  private static boolean ends(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException still) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
