package dev.tradewind.partners;

import static dev.tradewind.partners.Requests.booking;
import static dev.tradewind.partners.Requests.outage;
import static dev.tradewind.partners.Requests.payment;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, as it is run. */
@Timeout(60)
class PartnersJarIT {

  @TempDir
  Path directory;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stopAll() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void it_says_in_one_line_where_it_answers_and_stops_on_sigterm() throws Exception {
    var process = launch("--port", "0");
    var out = process.inputReader();
    var ready = out.readLine();
    assertThat(ready).matches("partners ready http://127\\.0\\.0\\.1:\\d+");
    try (var client = new Client(url(ready))) {
      var health = client.get("/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.json().getString("status")).isEqualTo("UP");
    }
    // Through the handle: Process.destroy would close the output that is read below.
    process.toHandle().destroy();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    assertThat(out.readLine()).as("anything after the ready line").isNull();
    assertThat(errors()).isEmpty();
  }

  @Test
  void a_taken_port_is_named_in_one_line() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var process = launch("--port", Integer.toString(taken.getLocalPort()));
      assertThat(process.waitFor()).isEqualTo(2);
      assertThat(process.inputReader().readLine()).isNull();
      assertThat(errors().lines()).hasSize(1).first().asString().startsWith("partners: port " + taken.getLocalPort());
    }
  }

  @Test
  void help_names_every_option() throws Exception {
    var process = launch("--help");
    var help = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    assertThat(help).contains("--host", "--port", "--data", "--latency-ms", "--slow-ms");
  }

  @Test
  void an_option_that_makes_no_sense_is_refused() throws Exception {
    assertThat(launch("--latency-ms", "fast").waitFor()).isEqualTo(2);
    assertThat(errors()).contains("latency must be milliseconds such as 3 or a range such as 2-5, not fast");
    assertThat(launch("--port", "70000").waitFor()).isEqualTo(1);
    assertThat(errors()).isEqualToIgnoringNewLines("partners: port must be from 0 to 65535, not 70000");
  }

  @Test
  void what_was_answered_survives_a_kill() throws Exception {
    var data = directory.resolve("data").toString();
    var killed = launch("--port", "0", "--data", data);
    String told;
    try (var client = new Client(url(killed.inputReader().readLine()))) {
      told = client.post("/psp/authorizations", "key", payment("order-1", "tok_approved").encode()).text();
    }
    killed.destroyForcibly().waitFor();

    var again = launch("--port", "0", "--data", data);
    try (var client = new Client(url(again.inputReader().readLine()))) {
      var replayed = client.post("/psp/authorizations", "key", payment("order-1", "tok_approved").encode());
      assertThat(replayed.text()).isEqualTo(told);
      assertThat(replayed.header("Idempotent-Replayed")).isEqualTo("true");
    }
  }

  @Test
  void a_damaged_file_is_named_in_one_line() throws Exception {
    Files.writeString(directory.resolve("psp.ndjson"), "nonsense\n");
    assertThat(launch("--port", "0", "--data", directory.toString()).waitFor()).isEqualTo(1);
    assertThat(errors().lines()).hasSize(1).first().asString().contains("psp.ndjson line 1 is damaged");
  }

  @Test
  void the_log_names_outages_and_never_a_payment_method_or_an_address() throws Exception {
    var process = launch("--port", "0");
    try (var client = new Client(url(process.inputReader().readLine()))) {
      client.post("/psp/outages", outage("lost", 60));
      client.delete("/psp/outages");
      client.post("/psp/authorizations", "a", payment("order-1", "tok_approved:4242").encode());
      client.post("/psp/authorizations", "b", payment("order-1", "tok_nonsense:4242").encode());
      client.post("/psp/authorizations", "c", "{\"method\":\"tok_approved:4242\"");
      client.post("/psp/authorizations", "d", payment("order-1", "tok_error_500:4242").encode());
      client.put("/carrier/shipments/one", booking("order-1", "Hamburg").encode());
    }
    process.destroy();
    process.waitFor();
    assertThat(errors())
        .contains("event=outage-started partner=psp mode=lost seconds=60", "event=outage-ended partner=psp mode=lost")
        .doesNotContain("tok_", "4242", "Hamburg", "Harbour");
  }

  private Process launch(String... options) throws IOException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-jar",
        Path.of(System.getProperty("basedir"), "target", "partners.jar").toString()));
    command.addAll(List.of(options));
    var process = new ProcessBuilder(command).redirectError(directory.resolve("errors").toFile()).start();
    started.add(process);
    return process;
  }

  private String errors() throws IOException {
    return Files.readString(directory.resolve("errors"));
  }

  private static String url(String ready) {
    return ready.replace("partners ready ", "");
  }
}
