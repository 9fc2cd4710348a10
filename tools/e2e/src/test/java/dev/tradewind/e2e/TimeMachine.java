package dev.tradewind.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tool that looks back, run as {@code ./tradewind} runs it, on the archive of that cloud. */
record TimeMachine(AwsEndpoint endpoint) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it printed, and how it ended. */
  record Told(int exitCode, List<JsonNode> lines) {}

  private record Printed(int exitCode, List<String> lines) {}

  Told timeline(String order) {
    return run("Timeline", order, "--json");
  }

  Told asOf(String order, String time) {
    return run("AsOf", order, time, "--json");
  }

  /** Builds the views anew in that table; tells how it ended. */
  int replay(String table) {
    return start("Replay", "queries", "--table", table).exitCode();
  }

  /** A round of the janitor, which judges all that is older than a moment; the one line is its report. */
  Told sweep(URI provider, String... options) {
    try {
      Path report = Files.createTempFile("janitor", ".json");
      List<String> arguments = new ArrayList<>(List.of("--grace", "2", "--provider", provider.toString(), "--json", report.toString()));
      arguments.addAll(List.of(options));
      Printed printed = start("Sweep", arguments.toArray(String[]::new));
      Told told = new Told(printed.exitCode(), List.of(JSON.readTree(report.toFile())));
      Files.delete(report);
      return told;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Told run(String main, String... arguments) {
    Printed printed = start(main, arguments);
    return new Told(printed.exitCode(), printed.lines().stream().map(TimeMachine::json).toList());
  }

  private Printed start(String main, String... arguments) {
    Path root = Home.find().root();
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--sun-misc-unsafe-memory-access=allow", "-D" + Home.PROPERTY + "=" + root,
        "-cp", root.resolve("tools/timemachine/target/timemachine.jar").toString(), "dev.tradewind.timemachine." + main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(endpoint.environment());
    try {
      Process process = builder.start();
      List<String> lines = process.inputReader().lines().toList();
      return new Printed(process.waitFor(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
