package dev.tradewind.chaos.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.picture.OutagePicture.Series;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutagePictureTest {

  private final String svg = new OutagePicture(new Series(List.of(10.0, 10.0, 0.0, 10.0), 15, 10, Duration.ofSeconds(2), Duration.ofSeconds(3),
      Duration.ofSeconds(4))).svg();

  @Test
  void theOutageIsShadedFromWhenTheProviderWentToWhenItWasBack() {
    assertThat(svg).contains("<rect x=\"430.0\" y=\"50.0\" width=\"185.0\" height=\"240.0\"").contains("provider away");
  }

  @Test
  void everySecondIsAPointOfTheCurve() {
    assertThat(svg).contains("points=\"152.5,170.0 337.5,170.0 522.5,290.0 707.5,170.0\"");
  }

  @Test
  void whatWasAskedForAndWhatCanBeDoneAreLines() {
    assertThat(svg).contains("y1=\"110.0\" x2=\"800.0\" y2=\"110.0\" stroke=\"" + Canvas.OTHER_LINE).contains("asked for: 15.0")
        .contains("y1=\"170.0\" x2=\"800.0\" y2=\"170.0\" stroke=\"" + Canvas.INK).contains("capacity: 10.0");
  }

  @Test
  void nothingAtAllIsAPictureToo() {
    assertThat(new OutagePicture(new Series(List.of(), 0, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO)).svg()).contains("points=\"\"");
  }
}
