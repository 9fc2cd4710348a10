package dev.tradewind.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theSameSeedMakesTheSameErrandsAndNoTwoKeysAreEqual() {
    assertThat(errands(1)).isEqualTo(errands(1)).isNotEqualTo(errands(2));
    assertThat(errands(1)).extracting(Errand::key).doesNotHaveDuplicates();
  }

  @Test
  void thereIsEveryKindOfTrouble() {
    List<Errand> errands = errands(1);
    for (String trouble : List.of("tok_declined", "tok_capture_declined", "tok_lost_answer", "tok_capture_lost_answer", "tok_refund_error",
        "tok_slow", "tok_error_500", "Farpoint", "Lostville", "Slowville", "Errortown", "UNHEARD-OF", "SCARCE-000", "POPULAR")) {
      assertThat(errands).as(trouble).anyMatch(errand -> errand.body().contains(trouble));
    }
    assertThat(errands).anyMatch(errand -> errand.cancelAfter().isPresent()).anyMatch(errand -> errand.again().isPresent());
  }

  @Test
  void theTotalIsThatOfTheLines() throws Exception {
    for (Errand errand : errands(1)) {
      long total = 0;
      for (JsonNode line : JSON.readTree(errand.body()).path("lines")) {
        total += line.path("quantity").asLong() * line.path("unitPrice").asLong();
      }
      assertThat(errand.total()).isEqualTo(total);
    }
  }

  @Test
  void anotherBodyUnderTheSameKeyIsAnother() {
    assertThat(errands(1)).filteredOn(errand -> errand.other().isPresent()).isNotEmpty()
        .allMatch(errand -> !errand.other().get().body().equals(errand.body()) && errand.other().get().total() > errand.total());
  }

  @Test
  void theRatesOfStoriesAddUpToAll() {
    assertThat(Story.of(0)).isEqualTo(Story.HAPPY);
    assertThat(Story.of(999)).isEqualTo(Story.REGRETTED);
  }

  @Test
  void calmErrandsAllGoWellAndNobodyComesBack() {
    Mix calm = Mix.calm(1);
    assertThat(Stream.generate(calm::next).limit(500)).allSatisfy(errand -> {
      assertThat(errand.body()).contains("\"tok_approved\"", "Hamburg").doesNotContain("SCARCE", "UNHEARD-OF");
      assertThat(errand.cancelAfter()).isEmpty();
      assertThat(errand.again()).isEmpty();
      assertThat(errand.other()).isEmpty();
    });
  }

  @Test
  void thereIsTooLittleOfSomeProducts() {
    assertThat(Mix.stock()).containsEntry("SCARCE-000", 7L).doesNotContainKey("UNHEARD-OF");
  }

  private static List<Errand> errands(long seed) {
    Mix mix = new Mix(seed);
    return Stream.generate(mix::next).limit(2_000).toList();
  }
}
