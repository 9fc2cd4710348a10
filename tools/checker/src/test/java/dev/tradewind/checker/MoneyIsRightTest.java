package dev.tradewind.checker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoneyIsRightTest {

  @Test
  void a_confirmed_order_is_captured_once_and_in_full() {
    var finding = finding(confirmed().authorized("o1", 500).captured("o1", 500));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).isEqualTo(1);
  }

  @Test
  void nobody_is_captured_twice() {
    assertThat(finding(confirmed().authorized("o1", 500).captured("o1", 250).captured("o1", 250)).examples())
        .containsExactly("order o1 was captured 2 times, 500 in all");
  }

  @Test
  void nobody_is_captured_twice_even_if_the_second_is_given_back() {
    assertThat(finding(confirmed().authorized("o1", 500).authorized("o1", 500).captured("o1", 500).captured("o1", 500).refunded("o1", 500))
        .examples()).containsExactly("order o1 was captured 2 times, 1000 in all");
  }

  @Test
  void nobody_is_captured_twice_before_the_order_ends() {
    assertThat(finding(new Story().order("o1", "OrderPlaced").captured("o1", 1).captured("o1", 1)).violations()).isEqualTo(1);
  }

  @Test
  void too_little_is_wrong() {
    assertThat(finding(confirmed().authorized("o1", 499).captured("o1", 499)).examples())
        .containsExactly("order o1 costs 500, but 499 were kept");
  }

  @Test
  void too_much_is_wrong() {
    assertThat(finding(confirmed().authorized("o1", 501).captured("o1", 501)).violations()).isEqualTo(1);
  }

  @Test
  void a_confirmed_order_that_was_never_captured_is_wrong_twice() {
    assertThat(finding(confirmed().authorized("o1", 500)).examples())
        .containsExactly("order o1 has ended, but 500 are on hold", "order o1 costs 500, but 0 were kept");
  }

  @Test
  void a_confirmed_order_that_is_refunded_was_not_paid() {
    assertThat(finding(confirmed().authorized("o1", 500).captured("o1", 500).refunded("o1", 500)).examples())
        .containsExactly("order o1 costs 500, but 0 were kept");
  }

  @Test
  void a_second_hold_must_be_let_go() {
    assertThat(finding(confirmed().authorized("o1", 500).authorized("o1", 500).captured("o1", 500)).examples())
        .containsExactly("order o1 has ended, but 500 are on hold");
    assertThat(finding(confirmed().authorized("o1", 500).authorized("o1", 500).captured("o1", 500).voided("o1", 500)).held()).isTrue();
  }

  @Test
  void an_order_that_was_not_confirmed_costs_nothing() {
    assertThat(finding(rejected()).held()).isTrue();
    assertThat(finding(rejected().authorized("o1", 500).voided("o1", 500)).held()).isTrue();
    assertThat(finding(rejected().authorized("o1", 500).captured("o1", 500).refunded("o1", 500)).held()).isTrue();
  }

  @Test
  void money_kept_for_an_order_that_was_not_confirmed_is_wrong() {
    assertThat(finding(rejected().authorized("o1", 500).captured("o1", 500)).examples())
        .containsExactly("order o1 was not confirmed, but 500 were kept");
    assertThat(finding(rejected().authorized("o1", 500).captured("o1", 500).refunded("o1", 499)).examples())
        .containsExactly("order o1 was not confirmed, but 1 were kept");
  }

  @Test
  void more_given_back_than_taken_is_wrong() {
    assertThat(finding(rejected().authorized("o1", 500).captured("o1", 500).refunded("o1", 500).refunded("o1", 500)).violations()).isEqualTo(1);
  }

  @Test
  void money_left_on_hold_is_wrong() {
    assertThat(finding(rejected().authorized("o1", 500)).examples()).containsExactly("order o1 has ended, but 500 are on hold");
  }

  @Test
  void confirmed_and_then_cancelled_is_not_confirmed() {
    var story = new Story().accepted("o1", 500).order("o1", "OrderPlaced", "OrderConfirmed", "OrderCancelled").authorized("o1", 500).captured("o1", 500);

    assertThat(finding(story).violations()).isEqualTo(1);
    assertThat(finding(story.refunded("o1", 500)).held()).isTrue();
  }

  @Test
  void the_money_of_an_order_under_way_may_be_anywhere() {
    assertThat(finding(new Story().order("o1", "OrderPlaced").authorized("o1", 500)).held()).isTrue();
  }

  @Test
  void what_nobody_was_told_the_price_of_costs_what_was_authorized() {
    var story = new Story().order("o1", "OrderPlaced", "OrderConfirmed", "OrderDelivered").authorized("o1", 500);

    assertThat(finding(story).held()).isFalse();
    assertThat(finding(story.captured("o1", 500)).held()).isTrue();
  }

  @Test
  void the_provider_knows_no_order_that_we_do_not() {
    assertThat(finding(new Story().authorized("o9", 500).voided("o9", 500)).examples())
        .containsExactly("order o9 has no stream, but 2 entries in the ledger");
  }

  @Test
  void orders_are_looked_at_by_themselves() {
    var story = new Story().delivered("o1", 500).delivered("o2", 300).captured("o2", 1).cancelled("o3", 200);
    var finding = finding(story);

    assertThat(finding.lookedAt()).isEqualTo(3);
    assertThat(finding.examples()).allMatch(text -> text.contains("order o2"));
  }

  private static Story confirmed() {
    return new Story().accepted("o1", 500).order("o1", "OrderPlaced", "OrderConfirmed", "OrderDelivered");
  }

  private static Story rejected() {
    return new Story().accepted("o1", 500).order("o1", "OrderPlaced", "OrderRejected");
  }

  private static Finding finding(Story story) {
    return story.examinedBy(new MoneyIsRight());
  }
}
