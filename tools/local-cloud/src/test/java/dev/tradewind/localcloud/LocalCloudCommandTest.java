package dev.tradewind.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people run it: a process of its own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalCloudCommandTest {

  private final List<Process> started = new ArrayList<>();

  private Process run(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
        "-cp", System.getProperty("java.class.path"), LocalCloudCommand.class.getName()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).start();
    started.add(process);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  @AfterEach
  void stop() {
    started.forEach(Process::destroyForcibly);
  }

  private static String error(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void it_says_on_one_line_where_it_is_and_stops_within_five_seconds_when_told_to() throws Exception {
    var process = run("--port", "0");
    var output = process.inputReader();
    var ready = output.readLine();
    assertThat(ready).matches("local-cloud ready http://127\\.0\\.0\\.1:\\d+");
    var endpoint = new Endpoint(URI.create(ready.substring("local-cloud ready ".length())));
    assertThat(endpoint.get("/health").status()).isEqualTo(200);
    process.toHandle().destroy();
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(output.lines()).isEmpty();
    assertThat(error(process)).isEmpty();
  }

  @Test
  void a_port_in_use_is_named_on_one_line() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var process = run("--port", Integer.toString(taken.getLocalPort()));
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(error(process)).hasLineCount(1).contains(Integer.toString(taken.getLocalPort()), "in use", "--port");
    }
  }

  @Test
  void a_directory_that_cannot_be_one_is_named_on_one_line() throws Exception {
    var process = run("--port", "0", "--data", "/dev/null/data");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(error(process)).hasLineCount(1).contains("/dev/null");
  }

  @Test
  void a_directory_that_another_process_has_is_refused_at_once(@TempDir Path directory) throws Exception {
    var owner = run("--port", "0", "--data", directory.toString());
    assertThat(owner.inputReader().readLine()).contains("ready");
    var second = run("--port", "0", "--data", directory.toString());
    assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(error(second)).contains(directory.toString());
  }

  @Test
  void help_lists_every_option() throws Exception {
    var process = run("--help");
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("--port", "--host", "--data", "4566", "--cloud-map-propagation-millis", "--cloud-map-health-millis",
            "--cloud-map-discovers-per-second", "1000", "--cloud-map-revisions-per-second", "3000");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void a_delay_that_cannot_be_is_named_on_one_line() throws Exception {
    var process = run("--port", "0", "--cloud-map-propagation-millis", "-1");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(error(process)).hasLineCount(1).contains("propagation of Cloud Map");
  }

  @Test
  void an_unknown_option_is_refused() throws Exception {
    var process = run("--prot", "1");
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(error(process)).contains("--prot");
  }
}
