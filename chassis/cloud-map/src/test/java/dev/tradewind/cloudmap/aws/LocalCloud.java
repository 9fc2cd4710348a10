package dev.tradewind.cloudmap.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The local cloud in a process of its own, stopped when it is closed or this JVM ends. */
public final class LocalCloud implements AutoCloseable {

  private static final String JAR = "tools/local-cloud/target/local-cloud.jar";
  private static final String READY = "local-cloud ready ";
  private static final long START_SECONDS = 180;

  private final CompletableFuture<URI> ready = new CompletableFuture<>();
  private final Process process;

  private LocalCloud(List<String> options) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = List.of(java, "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", jar().toString(), "--port", "0");
    try {
      process = new ProcessBuilder(Stream.concat(command.stream(), options.stream()).toList()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Thread.startVirtualThread(() -> read(process.inputReader()));
  }

  /** @param options of its command line, beside the port */
  public static LocalCloud start(String... options) {
    return new LocalCloud(List.of(options));
  }

  /** One for all tests that do not care how it is. */
  public static LocalCloud shared() {
    return Shared.CLOUD;
  }

  private static final class Shared {

    private static final LocalCloud CLOUD = start();
  }

  public URI endpoint() {
    try {
      return ready.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the local cloud is not ready; start %s by hand to see why".formatted(JAR), e);
    }
  }

  /** As if it had been killed. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Reads to the end, because a full pipe would stop the process. */
  private void read(BufferedReader output) {
    output.lines().filter(line -> line.startsWith(READY)).forEach(line -> ready.complete(URI.create(line.substring(READY.length()))));
    ready.completeExceptionally(new IllegalStateException("it has ended"));
  }

  private static Path jar() {
    return Stream.iterate(Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
        .map(directory -> directory.resolve(JAR))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(JAR + " is missing: build tools/local-cloud first"));
  }
}
