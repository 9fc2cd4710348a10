package dev.tradewind.timemachine;

import static dev.tradewind.timemachine.Story.ORDER;
import static dev.tradewind.timemachine.Story.PLACED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

  private final Story story = Story.told();

  @Test
  void every_service_tells_what_it_knew_in_the_order_of_time() {
    var told = story.timeline(ORDER);
    assertThat(told.exitCode()).isZero();
    var lines = told.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).startsWith(PLACED.toString()).contains("+0.000 s  orders ", "order v1", "request place ", "OrderPlaced", "ReserveStock");
    assertThat(lines.get(2)).contains("+0.300 s  inventory", "stock v1", "ReserveStock from orders", "StockReserved");
    assertThat(lines.get(3)).contains("+0.700 s  orders", "order v2", "StockReserved from inventory", "StepCompleted");
  }

  @Test
  void nothing_secret_is_shown() {
    for (var told : List.of(story.timeline(ORDER), story.timeline(ORDER, "--json"))) {
      assertThat(told.out()).doesNotContain("tok_secret").doesNotContain("print\"");
    }
    assertThat(story.timeline(ORDER).out()).doesNotContain("secret-key");
  }

  @Test
  void a_commit_that_was_put_into_the_log_again_is_shown_once() {
    story.object(PLACED.plusSeconds(7_200), List.of(Story.placed()));
    assertThat(story.timeline(ORDER).out().lines()).hasSize(4);
  }

  @Test
  void programs_get_one_object_a_commit() throws JsonProcessingException {
    var lines = story.timeline(ORDER, "--json").out().lines().toList();
    assertThat(lines).hasSize(3);
    var second = new ObjectMapper().readTree(lines.get(2));
    assertThat(second.path("service").asText()).isEqualTo("orders");
    assertThat(second.path("version").asInt()).isEqualTo(2);
    assertThat(second.path("becauseOf").asText()).isEqualTo("StockReserved from inventory");
    assertThat(second.path("events").path(0).path("data").path("step").asText()).isEqualTo("reserve-stock");
  }

  @Test
  void only_the_hours_asked_for_are_read() {
    assertThat(story.timeline(ORDER, "--to", "2026-11-21T13:59:59Z").out().lines()).hasSize(2);
    assertThat(story.timeline(ORDER, "--from", "2026-11-21T14:00:00Z").out().lines()).hasSize(3);
  }

  @Test
  void an_order_that_nobody_knows_is_a_wrong_question() {
    var told = story.timeline("no-such-order");
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.errors()).contains("no order no-such-order").contains("2 objects read");
    assertThat(told.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-11-21", "2026-11-21T14:00:00", "2027-01-01T00:00:00Z"})
  void what_is_no_time_or_in_the_future_is_a_wrong_question(String time) {
    var told = story.timeline(ORDER, "--from", time);
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.errors()).contains("--from").contains(time);
  }

  @Test
  void a_span_that_ends_before_it_begins_is_a_wrong_question() {
    var told = story.timeline(ORDER, "--from", "2026-11-21T14:00:00Z", "--to", "2026-11-21T13:00:00Z");
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.errors()).contains("--from").contains("after --to");
  }

  @Test
  void without_an_order_the_usage_is_shown() {
    assertThat(story.timeline().exitCode()).isEqualTo(2);
    assertThat(story.timeline().errors()).contains("Missing required parameter", "ORDER");
  }
}
