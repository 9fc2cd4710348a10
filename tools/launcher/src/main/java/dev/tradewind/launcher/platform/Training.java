package dev.tradewind.launcher.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Runs what has no {@link AotCache} of its present jar once, on a platform of its own that nobody else sees, so that every later start is quick. */
public final class Training {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  // At its end each JVM starts a second one, which writes the cache.
  private static final Duration STOP_LIMIT = Duration.ofMinutes(3);

  private final Home home;
  private final Path workDirectory;
  private final Consumer<String> progress;

  public Training(Home home, Path workDirectory, Consumer<String> progress) {
    this.home = home;
    this.workDirectory = workDirectory.resolve("training");
    this.progress = progress;
  }

  /** Returns when every component of {@code topology} has its cache; one that gets none starts as before, and this says so. */
  public void run(Topology topology) {
    List<Component> untrained = untrained(topology);
    if (untrained.isEmpty()) {
      return;
    }
    long from = System.nanoTime();
    progress.accept("preparing quick starts of " + Topology.names(untrained));
    Topology stage = topology.withOnly(untrained.stream().filter(Component::isService).map(Component::name).toList()).onFreePorts()
        .map(component -> untrained.stream().anyMatch(other -> other.name().equals(component.name()))
            ? component.withJvmOption(AotCache.of(component, home.root()).output()) : component);
    Platform platform = new Platform(home, stage, PlatformOptions.in(workDirectory).within(START_LIMIT, STOP_LIMIT), step -> {});
    Thread stop = new Thread(platform::cancel, "stop-training");
    Runtime.getRuntime().addShutdownHook(stop);
    try (platform) {
      if (stage.services().isEmpty()) {
        untrained.forEach(component -> platform.start(component.name()));
      } else {
        platform.start();
      }
    } finally {
      Runtime.getRuntime().removeShutdownHook(stop);
    }
    WorkDirectory.delete(workDirectory);
    List<Component> left = untrained(topology);
    progress.accept(left.isEmpty() ? "prepared in " + Elapsed.since(from)
        : "prepared in %s, but not %s: the start takes longer".formatted(Elapsed.since(from), Topology.names(left)));
  }

  private List<Component> untrained(Topology topology) {
    // The jar of DynamoDB Local names its own directory as a class path, and the JVM makes no cache of a class path with directories.
    return topology.components().stream().filter(component -> !component.name().equals(Topology.LOCAL_CLOUD))
        .filter(component -> !AotCache.of(component, home.root()).isFresh()).toList();
  }
}
