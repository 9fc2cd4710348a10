package dev.tradewind.checker;

import static dev.tradewind.checker.Story.SKU;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StockAddsUpTest {

  @Test
  void what_is_there_and_what_was_taken_is_what_came() {
    var finding = finding(stock(7).token("o1", Token.State.RESERVED, 1).token("o2", Token.State.SOLD, 2));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).as("a counter and a product").isEqualTo(2);
  }

  @Test
  void what_was_given_back_is_not_taken() {
    assertThat(finding(stock(10).token("o1", Token.State.RELEASED, 3)).held()).isTrue();
    assertThat(finding(stock(7).token("o1", Token.State.RELEASED, 3)).examples())
        .containsExactly("product kettle: 7 available and 0 taken, but 10 received");
  }

  @Test
  void what_was_refused_is_not_taken() {
    assertThat(finding(stock(10).token("o1", Token.State.REJECTED, Map.of())).held()).isTrue();
  }

  @Test
  void units_sold_that_are_still_there_are_sold_twice() {
    assertThat(finding(stock(10).token("o1", Token.State.SOLD, 3)).examples())
        .containsExactly("product kettle: 10 available and 3 taken, but 10 received");
  }

  @Test
  void the_counters_of_a_product_count_together() {
    assertThat(finding(new Story().receipt(SKU, 10).counter("c0", SKU, 1, 4).counter("c1", SKU, 6, 6).token("o1", Token.State.SOLD, 3)).held())
        .isTrue();
  }

  @Test
  void no_counter_is_below_zero_even_if_the_sum_is_right() {
    assertThat(finding(new Story().receipt(SKU, 10).counter("c0", SKU, -1, 4).counter("c1", SKU, 6, 6).token("o1", Token.State.SOLD, 5)).examples())
        .containsExactly("counter c0 shows -1 available");
  }

  @Test
  void a_receipt_that_was_counted_twice_or_never_is_wrong() {
    assertThat(finding(new Story().receipt(SKU, 10).counter("c0", SKU, 20, 20)).examples())
        .containsExactly("product kettle: 10 units were delivered, but 20 received");
    assertThat(finding(new Story().receipt(SKU, 10)).violations()).isEqualTo(1);
  }

  @Test
  void units_that_nobody_delivered_are_wrong() {
    assertThat(finding(new Story().counter("c0", SKU, 10, 10)).violations()).isEqualTo(1);
  }

  @Test
  void units_taken_of_a_product_that_is_nowhere_are_wrong() {
    assertThat(finding(new Story().token("o1", Token.State.SOLD, Map.of("ghost", 1L))).examples())
        .containsExactly("product ghost: 0 available and 1 taken, but 0 received");
  }

  @Test
  void one_product_does_not_make_up_for_another() {
    var finding = finding(new Story()
        .receipt("a", 5).counter("a0", "a", 4, 5)
        .receipt("b", 5).counter("b0", "b", 5, 5).token("o1", Token.State.SOLD, Map.of("b", 1L)));

    assertThat(finding.violations()).isEqualTo(2);
  }

  private static Story stock(long available) {
    return new Story().receipt(SKU, 10).counter("c0", SKU, available, 10);
  }

  private static Finding finding(Story story) {
    return story.examinedBy(new StockAddsUp());
  }
}
