package dev.tradewind.janitor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StockSumsTest {

  private static List<String> judged(StockSums sums) {
    var notes = new Notes(10);
    sums.judge(notes);
    return notes.findings().stream().map(finding -> finding.where() + ": " + finding.what()).toList();
  }

  private static StockSums sums(long available, long counted, long taken, long delivered) {
    var sums = new StockSums(List.of(new Counter("kettle", available, counted)));
    sums.taken(Map.of("kettle", taken));
    sums.received(Map.of("kettle", delivered));
    return sums;
  }

  @Test
  void what_is_available_and_what_was_taken_is_what_was_received() {
    assertThat(judged(sums(7, 10, 3, 10))).isEmpty();
    assertThat(judged(sums(7, 10, 4, 10))).containsExactly("kettle: 7 are available and 4 taken, but 10 were received");
  }

  @Test
  void what_was_received_is_what_the_receipts_say() {
    assertThat(judged(sums(7, 10, 3, 20))).containsExactly("kettle: the counters say that 10 were received, the receipts 20");
  }

  @Test
  void no_counter_is_below_zero_even_if_another_makes_up_for_it() {
    var sums = new StockSums(List.of(new Counter("kettle", -1, 5), new Counter("kettle", 6, 5)));
    sums.taken(Map.of("kettle", 5L));
    sums.received(Map.of("kettle", 10L));
    assertThat(judged(sums)).containsExactly("kettle: a counter is below zero");
  }

  @Test
  void units_of_a_product_that_is_nowhere_are_wrong() {
    var sums = new StockSums(List.of());
    sums.taken(Map.of("ghost", 1L));
    assertThat(judged(sums)).containsExactly("ghost: 0 are available and 1 taken, but 0 were received");
  }

  @Test
  void one_product_does_not_make_up_for_another_and_one_that_moves_is_left_alone() {
    var sums = new StockSums(List.of(new Counter("a", 1, 0), new Counter("b", 0, 1)));
    sums.received(Map.of("b", 1L));
    sums.moving(Set.of("a"));
    assertThat(judged(sums)).containsExactly("b: 0 are available and 0 taken, but 1 were received");
  }
}
