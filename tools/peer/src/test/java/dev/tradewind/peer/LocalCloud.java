package dev.tradewind.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The local cloud in a process of its own, stopped when the tests end. */
final class LocalCloud {

  private static final String JAR = "tools/local-cloud/target/local-cloud.jar";
  private static final String READY = "local-cloud ready ";
  private static final long START_SECONDS = 120;

  private final CompletableFuture<URI> ready = new CompletableFuture<>();
  private final Process process;

  LocalCloud() {
    try {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      process = new ProcessBuilder(java, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-jar", jar().toString(), "--port", "0")
          .redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Thread.startVirtualThread(() -> read(process.inputReader()));
  }

  URI endpoint() {
    try {
      return ready.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the local cloud is not ready; start %s by hand to see why".formatted(JAR), e);
    }
  }

  void stop() {
    process.destroyForcibly();
  }

  /** Reads to the end, because a full pipe would stop the process. */
  private void read(BufferedReader output) {
    output.lines().filter(line -> line.startsWith(READY)).forEach(line -> ready.complete(URI.create(line.substring(READY.length()))));
    ready.completeExceptionally(new IllegalStateException("it has ended"));
  }

  private static Path jar() {
    return Stream.iterate(Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
        .map(directory -> directory.resolve(JAR)).filter(Files::exists).findFirst()
        .orElseThrow(() -> new IllegalStateException(JAR + " is missing: build tools/local-cloud first"));
  }
}
