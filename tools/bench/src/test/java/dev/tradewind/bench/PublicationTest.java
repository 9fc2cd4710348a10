package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

  @TempDir
  private Path directory;

  @Test
  void theSectionIsReplacedAndTheRestStays() {
    String once = Publication.with("before\n" + Publication.BEGIN + "\nold\n" + Publication.END + "\nafter\n", List.of("new"));

    assertThat(once).isEqualTo("before\n" + Publication.BEGIN + "\nnew\n" + Publication.END + "\nafter\n");
    assertThat(Publication.with(once, List.of("new"))).isEqualTo(once);
  }

  @Test
  void aTextWithoutTheSectionIsNotTouched() {
    assertThatThrownBy(() -> Publication.with("nothing here", List.of("new"))).isInstanceOf(BenchException.class).hasMessageContaining("README.md");
  }

  @Test
  void aFirstRunMakesAllFiles() throws IOException {
    new Publication(directory.resolve("new")).write(Samples.results());

    JsonNode json = new ObjectMapper().readTree(Files.readString(directory.resolve("new/results.json")));
    assertThat(json.at("/runs/0/contender").asText()).isEqualTo("TRADEWIND");
    assertThat(json.at("/runs/0/sustained/confirmedPerSecond").asDouble()).isEqualTo(71.5);
    assertThat(json.at("/runs/1/steady/1/keptUp").asBoolean()).isFalse();
    assertThat(json.path("runs")).hasSize(5);
    assertThat(Files.readString(directory.resolve("new/README.md"))).contains("71.5").contains("./tradewind bench --runs 3 --seconds 20 --rates 10,20");
    assertThat(Files.readString(directory.resolve("new/latency.svg"))).startsWith("<svg");
  }

  @Test
  void readersHaveFilesOfTheirOwn() throws IOException {
    new Publication(directory).write(ReadersSamples.results(ReadersSamples.run(1, 200, true)));

    JsonNode json = new ObjectMapper().readTree(Files.readString(directory.resolve("results.json")));
    assertThat(json.at("/runs/0/viewWaited/p99").asDouble()).isEqualTo(200);
    assertThat(json.at("/runs/0/replays/1/eventsPerSecond").asDouble()).isEqualTo(5_000);
    assertThat(Files.readString(directory.resolve("README.md"))).contains("./tradewind bench readers");
    assertThat(directory.resolve("latency.svg")).doesNotExist();
  }
}
