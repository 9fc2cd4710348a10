package dev.tradewind.chaos.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsPictureTest {

  @Test
  void everyKindHasABarAsLongAsItIsFrequentTheLongestFirst() {
    String svg = new FaultsPicture(Map.of("DELAYED", 50L, "ANSWER_LOST", 200L, "HOT_KEY", 0L)).svg();

    assertThat(svg).contains("250 things that went wrong")
        .containsSubsequence("answer lost", "width=\"410.0\"", ">200<", "delayed", "width=\"102.5\"", ">50<",
        "hot key", "width=\"0.0\"", ">0<");
  }

  @Test
  void kindsThatAreAsFrequentAreInTheOrderOfTheirNames() {
    assertThat(new FaultsPicture(Map.of("B_B", 1L, "A_A", 1L, "C_C", 1L)).svg()).containsSubsequence("a a", "b b", "c c");
  }

  @Test
  void aRunInWhichNothingWentWrongHasNoBars() {
    assertThat(new FaultsPicture(Map.of()).svg()).contains("0 things that went wrong").doesNotContain(Canvas.LINE);
  }
}
