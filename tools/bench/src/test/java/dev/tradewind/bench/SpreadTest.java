package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void theMedianIsTheOneInTheMiddle() {
    assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Spread(5, 1, 9));
  }

  @Test
  void ofTwoInTheMiddleItIsTheMean() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(3, 1, 9));
  }

  @Test
  void theRangeIsShownWhenThereIsOne() {
    assertThat(new Spread(5, 1, 9.2).text(1)).isEqualTo("5.0 (1.0–9.2)");
    assertThat(new Spread(5, 5, 5).text(0)).isEqualTo("5");
    assertThat(new Spread(5.01, 5.0, 5.02).text(1)).isEqualTo("5.0");
  }

  @Test
  void thereIsNoMedianOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of())).withMessageContaining("values");
  }
}
