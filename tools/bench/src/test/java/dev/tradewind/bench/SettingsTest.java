package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Path OUT = Path.of("out");

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4, 601})
  void aWindowIsBoundedInTime(int seconds) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(Duration.ofSeconds(seconds), 10, OUT))
        .withMessageContaining("--seconds").withMessageContaining(Integer.toString(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void aRateIsBounded(int rate) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(Duration.ofSeconds(60), rate, OUT)).withMessageContaining("--rate");
  }

  @Test
  void theCommandDoesTheSameAgain() {
    assertThat(new Settings(Duration.ofSeconds(30), 5, OUT).command()).isEqualTo("./tradewind bench --seconds 30 --rate 5");
  }
}
