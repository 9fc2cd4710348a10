package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.bench.Latencies.Percentiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeReportTest {

  @TempDir
  private Path directory;
  private final EdgeResults results = results(run(1, 380), run(2, 400), run(3, 390));

  @Test
  void saysWhatTheGatewayAddsAndWhatItDoesWithTooMuch() {
    String text = String.join("\n", new EdgeReport(results).findings().text());

    assertThat(text).contains("the same, through the gateway").contains("3.0 / 9.0")
        .contains("390 (380–400)").contains("98 (95–100)").contains("served again after 2 s");
  }

  @Test
  void isWrittenWithItsPicture() throws IOException {
    new Publication(directory).write(results);

    assertThat(Files.readString(directory.resolve("README.md"))).contains("./tradewind bench edge").contains("](overload.svg)");
    assertThat(Files.readString(directory.resolve("overload.svg"))).startsWith("<svg").contains("served", "refused at once").endsWith("</svg>\n");
    assertThat(Files.readString(directory.resolve("results.json"))).contains("\"recovered\" : 2.0").contains("\"share\"");
  }

  private static EdgeResults results(EdgeResults.Measured... runs) {
    return new EdgeResults("2026-01-01T00:00:00Z", "abc1234", "./tradewind bench edge --runs 3 --seconds 10 --rate 50",
        new Machine("CPU", 2, 4_096, "Linux", "25"), 0.4, List.of(runs));
  }

  private static EdgeResults.Measured run(int run, double servedAtThreeTimes) {
    return new EdgeResults.Measured(run, outcome(50, 50, 1), outcome(50, 50, 3), 0.8, outcome(50, 50, 1), outcome(50, 50, 2),
        outcome(500, 500, 20), outcome(300, 300, 25), true,
        List.of(outcome(200, 200, 5), outcome(600, 400, 20), outcome(1_200, servedAtThreeTimes, 60)), 2);
  }

  private static Reads.Outcome outcome(double offered, double good, double p50) {
    return new Reads.Outcome(offered, good, 0, offered - good, 0, new Percentiles(100, p50, p50 * 2, p50 * 3, p50 * 4));
  }
}
