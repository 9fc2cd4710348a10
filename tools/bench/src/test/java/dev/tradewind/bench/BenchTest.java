package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.launcher.cli.Exit;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchTest {

  private final StringWriter printed = new StringWriter();

  @ParameterizedTest
  @CsvSource(delimiter = ' ', value = {"--seconds 1", "--runs 0", "--rates 0", "--rates fast", "--runs many", "--rate 10"})
  void wrongOptionsAreUsageErrorsAndStartNothing(String option, String value) {
    assertThat(run(option, value, "--out", "never-written")).isEqualTo(Exit.USAGE);
    assertThat(printed.toString()).contains(option);
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isEqualTo(Exit.OK);
    assertThat(printed.toString()).contains("--runs", "--seconds", "--rates", "--[no-]peer", "--quick", "--out");
  }

  private int run(String... arguments) {
    PrintWriter writer = new PrintWriter(printed, true);
    return new CommandLine(new Bench()).setOut(writer).setErr(writer).execute(arguments);
  }
}
