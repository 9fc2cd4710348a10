package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM has learned about the classes of a component, kept beside its jar: with it the next one starts in a third of the time
 * (<a href="https://openjdk.org/jeps/514">JEP 514</a>). The JVM itself refuses one that does not fit, and starts as without.
 *
 * @param jar what is started
 * @param file the cache, which may be missing
 */
record AotCache(Path jar, Path file) {

  static AotCache of(Component component, Path root) {
    Path jar = component.jarIn(root);
    return new AotCache(jar, jar.resolveSibling(Path.of(component.module()).getFileName() + ".aot"));
  }

  /** Whether it was made from the jar that is there now. */
  boolean isFresh() {
    try {
      return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What a JVM is told to use it. */
  List<String> options() {
    return isFresh() ? List.of("-XX:AOTCache=" + file) : List.of();
  }

  /** What a JVM is told to write it when it ends. */
  String output() {
    return "-XX:AOTCacheOutput=" + file;
  }
}
