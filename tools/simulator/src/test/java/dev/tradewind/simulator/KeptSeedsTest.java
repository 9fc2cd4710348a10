package dev.tradewind.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.simulator.world.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Worlds that once found something. */
class KeptSeedsTest {

  static Stream<String> kept() {
    try (var file = KeptSeedsTest.class.getResourceAsStream("/seeds.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read seeds.txt", e);
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void what_was_found_stays_mended(String line) {
    var outcome = Platform.run(Plan.of(Long.parseLong(line.split(" ", 2)[0])).thenRepeated());

    assertThat(outcome.held()).as(outcome.verdict().table()).isTrue();
  }
}
