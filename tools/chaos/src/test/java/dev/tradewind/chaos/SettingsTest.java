package dev.tradewind.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.launcher.cli.Exit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SettingsTest {

  @Test
  void theCommandDoesTheSameAgain() {
    assertThat(Settings.of(2, 7, 4, 12.5).command()).isEqualTo("./tradewind chaos --minutes 2 --seed 7 --rate 4 --kills-per-minute 12.5");
    assertThat(Settings.quick(7).command()).isEqualTo("./tradewind chaos --quick --seed 7");
  }

  @Test
  void theQuickRunIsAMinuteOfChaosAtMost() {
    assertThat(Settings.quick(7).length()).isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    assertThatThrownBy(() -> Settings.of(0, 1, 4, 4)).hasMessageContaining("--minutes");
    assertThatThrownBy(() -> Settings.of(1, 1, 0, 4)).hasMessageContaining("--rate");
    assertThatThrownBy(() -> Settings.of(1, 1, Double.NaN, 4)).hasMessageContaining("--rate");
    assertThatThrownBy(() -> Settings.of(1, 1, 4, -1)).hasMessageContaining("kills");
    assertThatThrownBy(() -> Settings.of(1, 1, 4, 1_000)).hasMessageContaining("--kills-per-minute");
  }

  @Test
  void wrongUsageIsToldFromABrokenPromise() {
    CommandLine chaos = Chaos.commandLine().setErr(new PrintWriter(new StringWriter()));
    assertThat(chaos.execute("--no-such-option")).isEqualTo(Exit.USAGE);
    assertThat(chaos.execute("--minutes", "0")).isEqualTo(Exit.USAGE);
  }

  @Test
  void helpIsThere() {
    StringWriter out = new StringWriter();
    assertThat(Chaos.commandLine().setOut(new PrintWriter(out)).execute("--help")).isZero();
    assertThat(out.toString()).contains("--minutes", "--seed", "--kills-per-minute", "--quick", "--json", "--out");
  }
}
