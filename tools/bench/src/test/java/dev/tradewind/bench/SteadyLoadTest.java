package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.bench.Latencies.Percentiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyLoadTest {

  private static final Percentiles ANY = new Percentiles(1, 1, 1, 1, 1);

  @ParameterizedTest
  @CsvSource({"10, 0, true", "10, 20, true", "10, 21, false", "40, 80, true", "40, 81, false"})
  void whoHasMoreThanTwoSecondsWorthOfOrdersOpenFellBehind(int rate, long open, boolean keptUp) {
    assertThat(Samples.outcome(rate, open, ANY, ANY).keptUp()).isEqualTo(keptUp);
  }

  @Test
  void theVerdictIsWrittenWithTheFigures() throws JsonProcessingException {
    assertThat(new ObjectMapper().writeValueAsString(Samples.outcome(10, 21, ANY, ANY))).contains("\"keptUp\":false").contains("\"open\":21");
  }
}
