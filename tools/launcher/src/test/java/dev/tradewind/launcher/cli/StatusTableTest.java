package dev.tradewind.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.launcher.platform.Breaker;
import dev.tradewind.launcher.platform.Health;
import dev.tradewind.launcher.platform.ProcessStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatusTableTest {

  private static final List<ProcessStatus> PROCESSES = List.of(
      new ProcessStatus.Running("orders", 8081, 4711, Health.READY, OptionalLong.of(210L << 20), Duration.ofSeconds(65), new TreeMap<>()),
      new ProcessStatus.Running("payments", 8083, 4712, Health.LIVE, OptionalLong.empty(), Duration.ofMinutes(125),
          new TreeMap<>(Map.of("psp", Breaker.OPEN, "fraud", Breaker.HALF_OPEN))),
      new ProcessStatus.Down("shipping", 8084));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void elsewhereThanOnATerminalTheTableIsPlain() {
    print(false);

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly(
        "NAME          STATE           PORT       PID     MEMORY    UPTIME",
        "orders        ready           8081      4711    210 MiB    1m 05s",
        "payments      live            8083      4712          -    2h 05m",
        "  guard fraud is half open: a few calls try",
        "  guard psp is open: no calls are made, they failed",
        "shipping      down            8084         -          -         -");
  }

  @Test
  void onATerminalStatesAreColoured() {
    print(true);

    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\u001b[32mready       \u001b[0m", "\u001b[31mlive        \u001b[0m",
        "\u001b[31mdown        \u001b[0m");
  }

  @Test
  void programsGetJsonWithNumbersInPlainUnits() throws Exception {
    JsonNode json = new ObjectMapper().readTree(StatusTable.json(PROCESSES));

    assertThat(json.get(0).toString()).isEqualTo(
        "{\"name\":\"orders\",\"up\":true,\"port\":8081,\"pid\":4711,\"health\":\"ready\",\"uptimeSeconds\":65,\"residentBytes\":220200960}");
    assertThat(json.get(1).path("up").booleanValue()).isFalse();
    assertThat(json.get(1).has("residentBytes")).isFalse();
    assertThat(json.get(1).path("guards").toString()).isEqualTo("{\"fraud\":\"half-open\",\"psp\":\"open\"}");
    assertThat(json.get(2).toString()).isEqualTo("{\"name\":\"shipping\",\"up\":false,\"port\":8084}");
  }

  @Test
  void aPassingLineIsForTerminalsOnly() {
    new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8), false).passing("1 of 2");
    assertThat(bytes.size()).isZero();

    new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8), true).passing("1 of 2");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("1 of 2");
  }

  private void print(boolean terminal) {
    StatusTable.print(new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal), PROCESSES);
  }
}
