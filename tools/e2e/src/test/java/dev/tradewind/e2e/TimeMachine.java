package dev.tradewind.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.launcher.platform.Home;
import dev.tradewind.launcher.resources.AwsEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
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
