package dev.tradewind.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryOrderEndsTest {

  @Test
  void a_stream_in_which_nothing_was_placed_is_no_order() {
    assertThat(finding(new Story().order("o1", "PlacementExpired")).held()).isTrue();
    assertThat(finding(new Story().accepted("o1", 100).order("o1", "PlacementExpired")).examples())
        .containsExactly("order o1 was accepted, but has no stream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OrderDelivered", "OrderCancelled", "OrderRejected"})
  void an_order_may_end_in_three_ways(String end) {
    var finding = finding(new Story().accepted("o1", 100).order("o1", "OrderPlaced", end));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).isEqualTo(1);
  }

  @Test
  void an_accepted_order_without_a_stream_is_lost() {
    assertThat(finding(new Story().accepted("o1", 100)).examples()).containsExactly("order o1 was accepted, but has no stream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OrderPlaced", "StepCompleted", "AttentionNeeded", "OrderConfirmed", "OrderDispatched", "CompensationStarted"})
  void anything_else_is_no_end(String last) {
    assertThat(finding(new Story().accepted("o1", 100).order("o1", "OrderPlaced", last)).examples())
        .containsExactly("order o1 never ended; its last event is " + last);
  }

  @Test
  void an_order_whose_acceptance_nobody_heard_must_end_too() {
    assertThat(finding(new Story().unanswered("k1", "A").order("o1", "OrderPlaced")).violations()).isEqualTo(1);
    assertThat(finding(new Story().unanswered("k1", "A").order("o1", "OrderPlaced", "OrderRejected")).held()).isTrue();
  }

  @Test
  void a_refused_request_is_no_order() {
    var finding = finding(new Story().asked("k1", "A", 100, 503, ""));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).isZero();
  }

  @Test
  void an_order_cannot_end_twice() {
    assertThat(finding(new Story().order("o1", "OrderPlaced", "OrderCancelled", "OrderDelivered")).examples())
        .containsExactly("order o1 ended 2 times; its last event is OrderDelivered");
  }

  @Test
  void an_order_accepted_many_times_counts_once() {
    assertThat(finding(new Story().accepted("o1", 100).accepted("o1", 100).order("o1", "OrderPlaced", "OrderDelivered")).lookedAt()).isEqualTo(1);
  }

  @Test
  void other_streams_are_no_orders() {
    assertThat(finding(new Story().stream("payment/o1", "Authorized")).lookedAt()).isZero();
  }

  @Test
  void what_ends_within_one_commit_has_ended() {
    var both = new Stream.Commit(1, "c", List.of("OrderPlaced", "OrderRejected"), List.of(), "both");

    assertThat(finding(new Story().stream("order/o1", List.of(both))).held()).isTrue();
  }

  private static Finding finding(Story story) {
    return story.examinedBy(new EveryOrderEnds());
  }
}
