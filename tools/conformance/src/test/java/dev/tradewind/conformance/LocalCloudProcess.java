package dev.tradewind.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A local cloud of the suite's own, on a free port, for as long as the suite runs. */
final class LocalCloudProcess implements AutoCloseable {

  private static final String READY = "local-cloud ready ";

  private final Process process;
  private final Thread hook;
  private final URI endpoint;

  private LocalCloudProcess(Process process, Thread hook, URI endpoint) {
    this.process = process;
    this.hook = hook;
    this.endpoint = endpoint;
  }

  static LocalCloudProcess start(Path jar) throws IOException {
    if (!Files.exists(jar)) {
      throw new IOException("There is no " + jar.normalize()
          + ": build tools/local-cloud first, or name an endpoint with -Dtradewind.aws.endpoint");
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process = new ProcessBuilder(java, "-Xmx512m", "-jar", jar.toString(), "--port", "0")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    var hook = new Thread(process::destroyForcibly, "stop-local-cloud");
    Runtime.getRuntime().addShutdownHook(hook);
    return new LocalCloudProcess(process, hook, firstLine(process.inputReader()));
  }

  private static URI firstLine(BufferedReader output) throws IOException {
    var line = output.readLine();
    if (line == null || !line.startsWith(READY)) {
      throw new IOException("The local cloud did not start: expected '" + READY + "URL', got " + line);
    }
    return URI.create(line.substring(READY.length()));
  }

  URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
