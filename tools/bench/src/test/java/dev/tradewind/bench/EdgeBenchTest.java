package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.launcher.cli.Exit;
import dev.tradewind.launcher.platform.Component;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeBenchTest {

  private final StringWriter printed = new StringWriter();

  @ParameterizedTest
  @CsvSource(delimiter = ' ', value = {"--seconds 0", "--seconds 601", "--runs 0", "--runs 51", "--rate 0", "--rate fast", "--rates 10"})
  void wrongOptionsAreUsageErrorsAndStartNothing(String option, String value) {
    assertThat(run(option, value, "--out", "never-written")).isEqualTo(Exit.USAGE);
    assertThat(printed.toString()).contains(option);
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isEqualTo(Exit.OK);
    assertThat(printed.toString()).contains("--runs", "--seconds", "--rate", "--quick", "--out");
  }

  @Test
  void theCommandDoesTheSameAgain() {
    Path out = Path.of("out");
    assertThat(EdgeSettings.of(3, 10, 50, out).command()).isEqualTo("./tradewind bench edge --runs 3 --seconds 10 --rate 50");
    assertThat(EdgeSettings.quick(out).command()).isEqualTo("./tradewind bench edge --quick");
  }

  @Test
  void aSecondGatewayKeepsNothing() {
    assertThat(EdgeTrial.topology().services()).extracting(Component::name).contains("gateway", "gateway-2", "catalog", "orders");
    assertThat(EdgeTrial.topology().component("gateway-2").environment()).isNotEqualTo(EdgeTrial.topology().component("gateway").environment());
  }

  private int run(String... arguments) {
    PrintWriter writer = new PrintWriter(printed, true);
    return Bench.commandLine(new EdgeBench()).setOut(writer).setErr(writer).execute(arguments);
  }
}
