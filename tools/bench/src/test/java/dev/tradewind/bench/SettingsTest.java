package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Path OUT = Path.of("out");
  private static final List<Contender> BOTH = List.of(Contender.TRADEWIND, Contender.PEER);

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4, 601})
  void aWindowIsBoundedInTime(int seconds) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(5, seconds, List.of(10)))
        .withMessageContaining("--seconds").withMessageContaining(Integer.toString(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void aRateIsBounded(int rate) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(5, 20, List.of(10, rate))).withMessageContaining("--rates");
  }

  @Test
  void withoutARateThereIsNothingToMeasure() {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(5, 20, List.of())).withMessageContaining("--rates");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 51})
  void runsAreBounded(int runs) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(runs, 20, List.of(10))).withMessageContaining("--runs");
  }

  @Test
  void ratesRiseSoThatTheFirstThatIsTooMuchEndsTheSeries() {
    assertThat(settings(5, 20, List.of(20, 5, 20, 10)).rates()).containsExactly(5, 10, 20);
  }

  @Test
  void theCommandDoesTheSameAgain() {
    assertThat(settings(3, 30, List.of(5, 10)).command()).isEqualTo("./tradewind bench --runs 3 --seconds 30 --rates 5,10");
    assertThat(new Settings(3, Duration.ofSeconds(30), List.of(5), List.of(Contender.TRADEWIND), false, OUT).command())
        .isEqualTo("./tradewind bench --runs 3 --seconds 30 --rates 5 --no-peer");
    assertThat(Settings.quick(BOTH, OUT).command()).isEqualTo("./tradewind bench --quick");
  }

  @Test
  void aQuickRunIsOneShortOne() {
    Settings quick = Settings.quick(BOTH, OUT);

    assertThat(quick.runs()).isEqualTo(1);
    assertThat(quick.warmUpOrders()).isEqualTo(1);
    assertThat(settings(5, 20, List.of(10)).warmUpOrders()).isEqualTo(600);
    assertThat(quick.warmUp().plus(quick.window()).plus(quick.window())).isLessThan(Duration.ofSeconds(20));
  }

  private static Settings settings(int runs, int seconds, List<Integer> rates) {
    return new Settings(runs, Duration.ofSeconds(seconds), rates, BOTH, false, OUT);
  }
}
