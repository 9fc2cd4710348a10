package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.launcher.cli.Exit;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersBenchTest {

  private final StringWriter printed = new StringWriter();

  @ParameterizedTest
  @CsvSource(delimiter = ' ', value = {"--seconds 1", "--runs 0", "--rate 0", "--rate fast", "--events 0", "--events 10,many", "--rates 10"})
  void wrongOptionsAreUsageErrorsAndStartNothing(String option, String value) {
    assertThat(run(option, value, "--out", "never-written")).isEqualTo(Exit.USAGE);
    assertThat(printed.toString()).contains(option);
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isEqualTo(Exit.OK);
    assertThat(printed.toString()).contains("--runs", "--seconds", "--rate", "--events", "--quick", "--out");
  }

  private int run(String... arguments) {
    PrintWriter writer = new PrintWriter(printed, true);
    return Bench.commandLine(new ReadersBench()).setOut(writer).setErr(writer).execute(arguments);
  }
}
