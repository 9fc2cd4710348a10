package dev.tradewind.launcher.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.launcher.orders.PlannedOrder.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {

  @TempDir
  private Path directory;

  @Test
  void aLineBecomesAPlan() throws IOException {
    PlannedOrder plan = read("{\"order\":{\"a\":1},\"expect\":\"CANCELLED|DELIVERED\",\"key\":\"k\",\"cancelAfterMs\":250}").getFirst();

    assertThat(plan.line()).isEqualTo(1);
    assertThat(plan.key()).isEqualTo("k");
    assertThat(plan.body().toString()).isEqualTo("{\"a\":1}");
    assertThat(plan.expected()).containsExactlyInAnyOrder(End.CANCELLED, End.DELIVERED);
    assertThat(plan.expectation()).isEqualTo("DELIVERED|CANCELLED");
    assertThat(plan.cancelAfter()).contains(Duration.ofMillis(250));
  }

  @Test
  void aLineWithoutAKeyGetsOneOfItsFileItsNumberAndTheRun() throws IOException {
    List<PlannedOrder> plans = read("{\"order\":{},\"expect\":\"DELIVERED\"}", "", "{\"order\":{},\"expect\":\"DELIVERED\"}");

    assertThat(plans).extracting(PlannedOrder::key).containsExactly("some.jsonl-1-run", "some.jsonl-3-run");
    assertThat(plans).extracting(PlannedOrder::cancelAfter).containsOnly(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '^', value = {
    "{; is no JSON",
    "[]; is no JSON object",
    "{\"expect\":\"DELIVERED\"}; order is missing",
    "{\"order\":7,\"expect\":\"DELIVERED\"}; order is missing or no object",
    "{\"order\":{}}; expect is missing",
    "{\"order\":{},\"expect\":\"LOST\"}; expect is 'LOST'",
    "{\"order\":{},\"expect\":\"DELIVERED|\",\"key\":\"\"}; key must be text",
    "{\"order\":{},\"expect\":\"DELIVERED\",\"cancelAfterMs\":-1}; cancelAfterMs must be",
    "{\"order\":{},\"expect\":\"DELIVERED\",\"cancelAfterMs\":\"soon\"}; cancelAfterMs must be",
    "{\"order\":{},\"expects\":\"DELIVERED\"}; field 'expects' is unknown",
    "{\"order\":{},\"expect\":\"DELIVERED\"} x; is no JSON",
  })
  void aWrongLineIsNamedWithItsNumber(String line, String message) {
    assertThatThrownBy(() -> read("{\"order\":{},\"expect\":\"DELIVERED\"}", line))
        .isInstanceOf(WrongFileException.class).hasMessageContaining("1 wrong line(s); nothing was placed").hasMessageContaining("line 2: " + message);
  }

  @Test
  void allWrongLinesAreNamedUpToTen() {
    assertThatThrownBy(() -> read(IntStream.range(0, 12).mapToObj(i -> "oops").toArray(String[]::new)))
        .hasMessageContaining("12 wrong line(s)").hasMessageContaining("line 10:").hasMessageContaining("and 2 more").message()
        .doesNotContain("line 11:");
  }

  @Test
  void twoLinesUnderOneKeyAreRefused() {
    assertThatThrownBy(() -> read("{\"order\":{},\"expect\":\"DELIVERED\",\"key\":\"k\"}", "{\"order\":{},\"expect\":\"DELIVERED\",\"key\":\"k\"}"))
        .hasMessageContaining("line 2: key 'k' is already that of line 1");
  }

  @Test
  void anEmptyFileAndAMissingOneAreRefused() {
    assertThatThrownBy(() -> read("", " ")).isInstanceOf(WrongFileException.class).hasMessageContaining("has no orders");
    assertThatThrownBy(() -> OrderFile.read(directory.resolve("absent"), "run")).isInstanceOf(WrongFileException.class).hasMessageContaining("cannot be read");
  }

  private List<PlannedOrder> read(String... lines) throws IOException {
    return OrderFile.read(Files.write(directory.resolve("some.jsonl"), List.of(lines)), "run");
  }
}
