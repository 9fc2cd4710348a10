package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersSettingsTest {

  private static final Path OUT = Path.of("out");

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 51})
  void runsAreBounded(int runs) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(runs, 30, 20, List.of(100))).withMessageContaining("--runs");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4, 601})
  void aWindowIsBoundedInTime(int seconds) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(3, seconds, 20, List.of(100))).withMessageContaining("--seconds");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_001})
  void theRateIsBounded(int rate) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(3, 30, rate, List.of(100))).withMessageContaining("--rate");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 10_000_001})
  void anArchiveIsBounded(int events) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(3, 30, 20, List.of(100, events))).withMessageContaining("--events");
    assertThatIllegalArgumentException().isThrownBy(() -> settings(3, 30, 20, List.of())).withMessageContaining("--events");
  }

  @Test
  void theArchiveOnlyGrows() {
    assertThat(settings(3, 30, 20, List.of(200, 10, 200)).events()).containsExactly(10, 200);
  }

  @Test
  void someOrdersASecondAreFollowed() {
    assertThat(settings(3, 30, 20, List.of(1)).followEvery()).isEqualTo(5);
    assertThat(settings(3, 30, 3, List.of(1)).followEvery()).isEqualTo(1);
  }

  @Test
  void theCommandDoesTheSameAgain() {
    assertThat(settings(3, 30, 20, List.of(20_000, 200_000)).command())
        .isEqualTo("./tradewind bench readers --runs 3 --seconds 30 --rate 20 --events 20000,200000");
    assertThat(ReadersSettings.quick(OUT).command()).isEqualTo("./tradewind bench readers --quick");
  }

  @Test
  void aQuickRunIsOneShortOne() {
    ReadersSettings quick = ReadersSettings.quick(OUT);

    assertThat(quick.runs()).isEqualTo(1);
    assertThat(quick.warmUpOrders()).isEqualTo(1);
    assertThat(quick.events()).hasSize(1);
    assertThat(quick.warmUp().plus(quick.window()).plus(quick.window())).isLessThan(Duration.ofSeconds(20));
  }

  private static ReadersSettings settings(int runs, int seconds, int rate, List<Integer> events) {
    return new ReadersSettings(runs, Duration.ofSeconds(seconds), rate, events, false, OUT);
  }
}
