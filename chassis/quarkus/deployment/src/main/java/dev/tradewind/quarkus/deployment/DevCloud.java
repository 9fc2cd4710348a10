package dev.tradewind.quarkus.deployment;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The launcher's {@code cloud} command as a child process. It stops when we do: it watches its standard input. */
record DevCloud(Process process, String endpoint, Optional<String> partners) implements Closeable {

  private static final Logger LOG = Logger.getLogger("tradewind.dev");
  private static final Pattern READY = Pattern.compile("cloud ready (\\S+)(?: partners (\\S+))?.*");
  private static final List<String> JARS = List.of(
      "tools/launcher/target/launcher.jar", "tools/local-cloud/target/local-cloud.jar", "tools/partners/target/partners.jar");
  private static final int STOP_SECONDS = 10;

  /** @throws IllegalStateException saying what to do when the tools are not found, cannot be built, or do not start */
  static DevCloud start(Path from, boolean withPartners) {
    var home = home(from);
    build(home);
    var command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar",
        home.resolve(JARS.getFirst()).toString(), "cloud", "--port", "0", "--until-stdin-closes"));
    if (withPartners) {
      command.addAll(List.of("--partners-port", "0"));
    }
    try {
      var process = new ProcessBuilder(command).directory(home.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      var ready = firstReady(process.inputReader());
      return new DevCloud(process, ready.group(1), Optional.ofNullable(ready.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException("the local cloud cannot be started; set TRADEWIND_AWS_ENDPOINT to use another", e);
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Matcher firstReady(BufferedReader output) throws IOException {
    var said = new ArrayList<String>();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var ready = READY.matcher(line);
      if (ready.matches()) {
        return ready;
      }
      said.add(line);
    }
    throw new IllegalStateException("the local cloud did not start: " + String.join(" | ", said));
  }

  /** The root of the checkout: the tools are found by their place in it. */
  private static Path home(Path from) {
    return Stream.iterate(from.toAbsolutePath(), path -> path != null, Path::getParent)
        .filter(path -> Files.exists(path.resolve("mvnw")) && Files.isDirectory(path.resolve("tools/launcher")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "no local cloud above " + from + ": set TRADEWIND_AWS_ENDPOINT, or tradewind.devservices.enabled=false"));
  }

  private static void build(Path home) {
    if (JARS.stream().allMatch(jar -> Files.exists(home.resolve(jar)))) {
      return;
    }
    LOG.info("building the local cloud once; this takes a minute");
    try {
      var maven = new ProcessBuilder(home.resolve("mvnw").toString(), "-B", "-ntp", "-q", "-DskipTests",
          "-pl", "tools/launcher,tools/local-cloud,tools/partners", "-am", "package").directory(home.toFile()).inheritIO();
      maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
      if (maven.start().waitFor() != 0) {
        throw new IllegalStateException("the local cloud cannot be built; the lines above say why");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building the local cloud", e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
