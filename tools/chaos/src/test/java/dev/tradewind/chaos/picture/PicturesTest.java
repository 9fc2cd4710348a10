package dev.tradewind.chaos.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  Path directory;

  @Test
  void theResultsOfACampaignBecomeTwoPicturesThatAreXml() throws Exception {
    Path pictures = directory.resolve("not/there/yet");

    var drawn = Pictures.draw(results(), pictures);

    assertThat(drawn).containsExactly(pictures.resolve("recovery.svg"), pictures.resolve("faults.svg"));
    for (Path picture : drawn) {
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    }
    assertThat(Files.readString(pictures.resolve("recovery.svg"))).contains("of 2 that waited");
    assertThat(Files.readString(pictures.resolve("faults.svg"))).contains("1,300 things that went wrong", "answer lost");
  }

  @Test
  void otherJsonIsNotTakenForTheResultsOfACampaign() throws IOException {
    JsonNode other = JSON.readTree("{\"recovery\":\"PT3S\"}");
    assertThatThrownBy(() -> Pictures.draw(other, directory)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("counts.faults");
    assertThat(directory).isEmptyDirectory();
  }

  private static JsonNode results() throws IOException {
    return JSON.readTree("""
        {"counts": {"faults": {"ANSWER_LOST": 1000, "DELAYED": 300}},
         "recovery": {"affected": 2, "p50": "PT1S", "p99": "PT2S", "max": "PT2S", "waits": ["PT1S", "PT2S"]}}
        """);
  }
}
