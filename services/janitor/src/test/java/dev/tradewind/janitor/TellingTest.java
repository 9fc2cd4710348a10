package dev.tradewind.janitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.contracts.Contracts;
import dev.tradewind.contracts.janitor.DriftFound;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.janitor.domain.Finding;
import dev.tradewind.janitor.domain.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingTest {

  private static final Finding FINDING = new Finding(Kind.CAPTURED_TWICE, "o-1", "money was taken 2 times");
  private static final Report REPORT = new Report(
      World.NOW, Map.of("orders judged", 7L), Map.of(Kind.CAPTURED_TWICE, 3L), List.of(FINDING), List.of());

  @Test
  void each_finding_is_told_in_the_words_of_the_contract() {
    var message = Telling.of(REPORT).getFirst();
    assertThat(message.data()).isEqualTo(new DriftFound("captured-twice", "o-1", "money was taken 2 times", Kind.CAPTURED_TWICE.advice()));
    assertThat(message.id()).isEqualTo("drift/" + FINDING.id() + "/1/0");
    assertThat(message.correlationId()).isEqualTo("o-1");
    var codec = new JsonCodec(Contracts.TYPES);
    assertThat(codec.read(codec.write(message))).isEqualTo(message);
  }

  @Test
  void the_same_drift_found_tomorrow_has_the_same_id() {
    var tomorrow = new Report(World.NOW.plusSeconds(86_400), Map.of(), Map.of(Kind.CAPTURED_TWICE, 1L), List.of(FINDING), List.of());
    assertThat(Telling.of(tomorrow).getFirst().id()).isEqualTo(Telling.of(REPORT).getFirst().id());
    assertThat(Telling.of(tomorrow).getFirst().data()).isEqualTo(Telling.of(REPORT).getFirst().data());
  }

  @Test
  void figures_are_a_line_in_the_embedded_metric_format() throws JsonProcessingException {
    var line = Metrics.line(REPORT);
    assertThat(line.lines()).hasSize(1);
    var json = new ObjectMapper().readTree(line);
    assertThat(json.path("janitor_drift").longValue()).isEqualTo(3);
    assertThat(json.path("janitor_drift_captured_twice").longValue()).isEqualTo(3);
    assertThat(json.path("janitor_orders_judged").longValue()).isEqualTo(7);
    assertThat(json.path("service").asText()).isEqualTo("janitor");
    assertThat(json.at("/_aws/Timestamp").longValue()).isEqualTo(World.NOW.toEpochMilli());
    var directive = json.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Namespace").asText()).isEqualTo("Tradewind");
    assertThat(directive.at("/Dimensions/0/0").asText()).isEqualTo("service");
    assertThat(directive.path("Metrics")).hasSizeLessThanOrEqualTo(100)
        .allSatisfy(metric -> assertThat(json.path(metric.path("Name").asText()).isNumber()).isTrue());
  }

  @Test
  void a_kind_that_was_not_found_is_zero() throws JsonProcessingException {
    assertThat(new ObjectMapper().readTree(Metrics.line(REPORT)).path("janitor_drift_gap").longValue()).isZero();
    assertThat(Metrics.line(REPORT)).contains("janitor_drift_gap");
  }
}
