package dev.tradewind.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.launcher.cli.Exit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsTest {

  private static final List<String> ALL = List.of();

  @Test
  void theCommandDoesTheSameAgain() {
    assertThat(Settings.of(2, 7, 4, 12.5, ALL).command()).isEqualTo("./tradewind chaos --minutes 2 --seed 7 --rate 4 --kills-per-minute 12.5");
    assertThat(Settings.of(2, 7, 4, 12.5, List.of("archive", "queries")).command()).endsWith(" --kills-per-minute 12.5 --only archive,queries");
    assertThat(Settings.quick(7).command()).isEqualTo("./tradewind chaos --quick --seed 7");
  }

  @Test
  void theQuickRunIsAMinuteOfChaosAtMost() {
    assertThat(Settings.quick(7).length()).isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    assertThatThrownBy(() -> Settings.of(0, 1, 4, 4, ALL)).hasMessageContaining("--minutes");
    assertThatThrownBy(() -> Settings.of(1, 1, 0, 4, ALL)).hasMessageContaining("--rate");
    assertThatThrownBy(() -> Settings.of(1, 1, Double.NaN, 4, ALL)).hasMessageContaining("--rate");
    assertThatThrownBy(() -> Settings.of(1, 1, 4, -1, ALL)).hasMessageContaining("kills");
    assertThatThrownBy(() -> Settings.of(1, 1, 4, 1_000, ALL)).hasMessageContaining("--kills-per-minute");
  }

  @Test
  void whoIsNotThereCannotBeKilled() {
    assertThatThrownBy(() -> Settings.of(1, 1, 4, 4, List.of("archive", "archivist")))
        .hasMessageStartingWith("--only archivist: there is no such service; there are orders, inventory");
  }

  @Test
  void wrongUsageIsToldFromABrokenPromise() {
    CommandLine chaos = Chaos.commandLine().setErr(new PrintWriter(new StringWriter()));
    assertThat(chaos.execute("--no-such-option")).isEqualTo(Exit.USAGE);
    assertThat(chaos.execute("--minutes", "0")).isEqualTo(Exit.USAGE);
    assertThat(chaos.execute("outage", "--outage-seconds", "0")).isEqualTo(Exit.USAGE);
    assertThat(chaos.execute("outage", "--overload", "0")).isEqualTo(Exit.USAGE);
    assertThat(chaos.execute("outage", "--mode", "melt")).isEqualTo(Exit.USAGE);
    assertThat(chaos.execute("hot-sku", "--limit", "1")).isEqualTo(Exit.USAGE);
    assertThat(chaos.execute("pictures", "results.json")).isEqualTo(Exit.USAGE);
  }

  @Test
  void aCampaignThatIsOverIsDrawnFromItsResults(@TempDir Path directory) throws IOException {
    Path results = Files.writeString(directory.resolve("results.json"), """
        {"counts": {"faults": {"DELAYED": 3}}, "recovery": {"affected": 0, "p50": "PT0S", "p99": "PT0S", "max": "PT0S", "waits": []}}
        """);
    assertThat(Chaos.commandLine().execute("pictures", results.toString(), directory.resolve("pictures").toString())).isZero();
    assertThat(directory.resolve("pictures")).isDirectoryContaining("glob:**faults.svg").isDirectoryContaining("glob:**recovery.svg");
  }

  @Test
  void whatCannotBeDrawnIsToldWithWhatToTake(@TempDir Path directory) throws IOException {
    assertThat(whatIsSaidOf(directory.resolve("missing.json"))).contains("missing.json is no file");
    assertThat(whatIsSaidOf(Files.writeString(directory.resolve("broken.json"), "{"))).contains("broken.json is no JSON");
    assertThat(whatIsSaidOf(Files.writeString(directory.resolve("other.json"), "{}"))).contains("other.json: these are no results of a campaign");
  }

  private static String whatIsSaidOf(Path results) {
    StringWriter said = new StringWriter();
    assertThat(Chaos.commandLine().setErr(new PrintWriter(said)).execute("pictures", results.toString(), "pictures")).isEqualTo(Exit.FAILED);
    return said.toString();
  }

  @Test
  void helpIsThere() {
    StringWriter out = new StringWriter();
    assertThat(Chaos.commandLine().setOut(new PrintWriter(out)).execute("--help")).isZero();
    assertThat(out.toString()).contains("--minutes", "--seed", "--kills-per-minute", "--quick", "--json", "--pictures", "--out", "hot-sku",
        "outage", "pictures");
  }
}
