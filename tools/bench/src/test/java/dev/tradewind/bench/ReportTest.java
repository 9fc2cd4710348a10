package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final List<String> text = new Report(Samples.results()).text();
  private final List<String> markdown = new Report(Samples.results()).markdown();

  @Test
  void everyAimStandsBesideWhatWasFound() {
    assertThat(text).anySatisfy(line -> assertThat(line).contains("confirmed a second").contains("71.5").contains("≥ 60"))
        .anySatisfy(line -> assertThat(line).contains("accepted").contains("9 / 21 ms").contains("p99 ≤ 50 ms"))
        .anySatisfy(line -> assertThat(line).contains("write units").contains("15.0").contains("≤ 20"))
        .anySatisfy(line -> assertThat(line).contains("AWS requests").contains("30.0").contains("≤ 40"));
  }

  @Test
  void aMillionOrdersCostAMillionTimesOne() {
    assertThat(text).anySatisfy(line -> assertThat(line).contains("million orders").contains("$20.00"));
  }

  @Test
  void itSaysHowMuchOfTheMachineTheStandInsTook() {
    assertThat(text.getLast()).contains("60 % busy").contains("20 % with the four services").contains("40 % with what stands in");
  }

  @Test
  void bothFormsSayTheSame() {
    assertThat(markdown).contains("| AWS requests an order | 30.0 | ≤ 40 |")
        .anySatisfy(line -> assertThat(line).contains("16 → 60.0, 32 → 71.0"));
    assertThat(text).noneSatisfy(line -> assertThat(line).contains("|"));
  }
}
