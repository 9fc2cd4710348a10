package dev.tradewind.timemachine;

import static dev.tradewind.timemachine.Story.ORDER;
import static dev.tradewind.timemachine.Story.PLACED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsOfTest {

  private final Story story = Story.told();

  @Test
  void an_order_is_what_its_events_up_to_then_made_it() {
    var told = story.asOf(ORDER, PLACED.toString());
    assertThat(told.exitCode()).isZero();
    assertThat(told.out()).containsPattern("state +PLACED").containsPattern("version 1").containsPattern("total +500 EUR")
        .containsPattern("lines +2 x SKU-1 at 250").containsPattern("steps done +none").containsPattern("next .*version 2.*StepCompleted");
    assertThat(story.asOf(ORDER, PLACED.plusMillis(699).toString()).out()).containsPattern("state +PLACED");
    assertThat(story.asOf(ORDER, PLACED.plusMillis(700).toString()).out()).containsPattern("state +STOCK_RESERVED")
        .containsPattern("steps done +reserve-stock").containsPattern("next +nothing");
  }

  @Test
  void programs_get_an_object() throws JsonProcessingException {
    var order = new ObjectMapper().readTree(story.asOf(ORDER, "2026-11-21T15:00:00+01:00", "--json").out());
    assertThat(order.path("state").asText()).isEqualTo("PLACED");
    var later = new ObjectMapper().readTree(story.asOf(ORDER, "2026-11-21T15:00:01+01:00", "--json").out());
    assertThat(later.path("state").asText()).isEqualTo("STOCK_RESERVED");
    assertThat(later.path("version").asInt()).isEqualTo(2);
    assertThat(later.path("total").path("amount").asInt()).isEqualTo(500);
    assertThat(later.path("customerId").asText()).isEqualTo("c-1");
    assertThat(later.toString()).doesNotContain("tok_secret");
  }

  @Test
  void a_commit_that_came_to_the_log_late_counts_from_when_it_was_made() {
    var late = new Story();
    late.object(PLACED, List.of(Story.placed()));
    late.object(PLACED.plusSeconds(36_000), List.of(Story.stepDone()));
    assertThat(late.asOf(ORDER, PLACED.plusSeconds(1).toString()).out()).containsPattern("state +STOCK_RESERVED");
  }

  @Test
  void before_it_was_placed_there_was_no_order() {
    var told = story.asOf(ORDER, PLACED.minusMillis(1).toString());
    assertThat(told.exitCode()).isEqualTo(2);
    assertThat(told.errors()).contains("There was no order").contains("placed at " + PLACED);
  }

  @Test
  void a_missing_commit_is_no_reason_to_guess() {
    var broken = new Story();
    broken.object(PLACED, List.of(Story.stepDone()));
    var told = broken.asOf(ORDER, PLACED.plusSeconds(1).toString());
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.errors()).contains("Commit 1 of order " + ORDER + " is not in the archive");
  }

  @Test
  void an_unknown_order_and_a_wrong_time_are_wrong_questions() {
    assertThat(story.asOf("none", PLACED.toString()).exitCode()).isEqualTo(2);
    assertThat(story.asOf("none", PLACED.toString()).errors()).contains("no order none");
    assertThat(story.asOf(ORDER, "soon").exitCode()).isEqualTo(2);
    assertThat(story.asOf(ORDER, "soon").errors()).contains("TIME is 'soon'");
    assertThat(story.asOf(ORDER, "2099-01-01T00:00:00Z").errors()).contains("in the future");
    assertThat(story.asOf(ORDER).exitCode()).isEqualTo(2);
  }
}
