package dev.tradewind.launcher.platform;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds with Maven what is not built, or is older than its sources. */
public final class Build {

  private static final Pattern MODULE_LINE = Pattern.compile("\\[INFO] Building (.+?)\\s+(\\[\\d+/\\d+])");
  private static final int LINES_OF_A_FAILED_LOG = 30;

  private final Home home;
  private final Path workDirectory;
  private final Consumer<String> progress;
  private final Modules modules;

  public Build(Home home, Path workDirectory, Consumer<String> progress) {
    this.home = home;
    this.workDirectory = workDirectory;
    this.progress = progress;
    this.modules = new Modules(home.root());
  }

  /** Brings the jars of these components up to date; tells how many were not. */
  public int run(Collection<Component> components) {
    List<Component> stale = components.stream().filter(this::isStale).toList();
    if (!stale.isEmpty()) {
      Instant began = Instant.now();
      maven(stale.stream().map(Component::module).toList());
      stale.forEach(component -> markBuilt(component, began));
    }
    return stale.size();
  }

  boolean isStale(Component component) {
    Path jar = component.jarIn(home.root());
    if (!modules.contains(component.module())) {
      return false;
    }
    FileTime change = modules.lastChange(component.module());
    return !Files.isRegularFile(jar) || (isOlder(jar, change) && isOlder(stamp(component), change));
  }

  private void maven(List<String> stale) {
    LogFile log = new LogFile(workDirectory.resolve("logs/build.log"));
    progress.accept("building " + String.join(", ", stale) + " (log: " + home.show(log.path()) + ")");
    String all = stale.stream().flatMap(module -> modules.closure(module).stream()).distinct().sorted().collect(Collectors.joining(","));
    List<String> command = List.of(home.root().resolve("mvnw").toString(), "-B", "-ntp", "-DskipTests", "package", "-am", "-pl", all);
    long from = System.nanoTime();
    try {
      Files.createDirectories(log.path().getParent());
      ProcessBuilder builder = new ProcessBuilder(command).directory(home.root().toFile()).redirectErrorStream(true);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process maven = builder.start();
      try (BufferedReader output = maven.inputReader(); BufferedWriter file = Files.newBufferedWriter(log.path())) {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
          file.write(line);
          file.newLine();
          Matcher module = MODULE_LINE.matcher(line);
          if (module.find()) {
            progress.accept("  %s %s (%d s)".formatted(module.group(2), module.group(1), elapsedSeconds(from)));
          }
        }
      }
      if (maven.waitFor() != 0) {
        throw new LaunchException("The build failed after %d s; the end of %s:%n%s".formatted(elapsedSeconds(from), home.show(log.path()),
            String.join(System.lineSeparator(), log.tail(LINES_OF_A_FAILED_LOG))));
      }
      progress.accept("built in %d s".formatted(elapsedSeconds(from)));
    } catch (IOException cannotRun) {
      throw new UncheckedIOException(cannotRun);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LaunchException("The build was interrupted", interrupted);
    }
  }

  // Maven leaves a jar untouched when nothing in it changed, so the jar's own time does not always tell.
  private void markBuilt(Component component, Instant began) {
    Path stamp = stamp(component);
    try {
      Files.createDirectories(stamp.getParent());
      Files.write(stamp, new byte[0]);
      Files.setLastModifiedTime(stamp, FileTime.from(began));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Path stamp(Component component) {
    return home.root().resolve(component.module()).resolve("target/tradewind-built");
  }

  private static boolean isOlder(Path file, FileTime time) {
    try {
      return !Files.exists(file) || Files.getLastModifiedTime(file).compareTo(time) < 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static long elapsedSeconds(long from) {
    return (System.nanoTime() - from) / 1_000_000_000;
  }
}
