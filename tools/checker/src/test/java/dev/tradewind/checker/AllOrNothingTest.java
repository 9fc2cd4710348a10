package dev.tradewind.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AllOrNothingTest {

  @Test
  void a_confirmed_order_has_all_three() {
    var finding = finding(new Story().delivered("o1", 500));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).isEqualTo(1);
  }

  @Test
  void stock_may_not_have_heard_yet_that_the_order_is_confirmed() {
    assertThat(finding(confirmed().captured("o1", 500).parcel("o1", Parcel.Status.DELIVERED).token("o1", Token.State.RESERVED, 1)).held()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Token.State.class, mode = Mode.EXCLUDE, names = {"RESERVED", "SOLD"})
  void a_confirmed_order_without_stock_is_wrong(Token.State state) {
    assertThat(finding(confirmed().captured("o1", 500).parcel("o1", Parcel.Status.DELIVERED).token("o1", state, 1)).examples())
        .containsExactly("order o1 is confirmed, but 0 tokens take stock, 500 of money are kept, 1 parcels are arranged");
  }

  @Test
  void a_confirmed_order_without_a_token_is_wrong() {
    assertThat(finding(confirmed().captured("o1", 500).parcel("o1", Parcel.Status.DELIVERED)).violations()).isEqualTo(1);
  }

  @Test
  void a_confirmed_order_without_money_is_wrong() {
    var story = confirmed().parcel("o1", Parcel.Status.DELIVERED).token("o1", Token.State.SOLD, 1);

    assertThat(finding(story).violations()).isEqualTo(1);
    assertThat(finding(story.captured("o1", 500)).held()).isTrue();
    assertThat(finding(story.refunded("o1", 500)).violations()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(value = Parcel.Status.class, names = {"REFUSED", "CANCELLED"})
  void a_confirmed_order_that_nobody_carries_is_wrong(Parcel.Status status) {
    assertThat(finding(confirmed().captured("o1", 500).token("o1", Token.State.SOLD, 1).parcel("o1", status)).violations()).isEqualTo(1);
  }

  @Test
  void a_confirmed_order_is_sent_once() {
    assertThat(finding(new Story().delivered("o1", 500).parcel("o1", Parcel.Status.BOOKED)).violations()).isEqualTo(1);
  }

  @Test
  void a_confirmed_order_takes_stock_once() {
    assertThat(finding(new Story().delivered("o1", 500).token("o1", Token.State.RESERVED, 1)).violations()).isEqualTo(1);
  }

  @Test
  void a_cancelled_order_has_nothing_any_more() {
    assertThat(finding(new Story().cancelled("o1", 500)).held()).isTrue();
  }

  @Test
  void a_rejected_order_never_had_anything() {
    assertThat(finding(rejected()).held()).isTrue();
    assertThat(finding(rejected().token("o1", Token.State.REJECTED, Map.of()).parcel("o1", Parcel.Status.REFUSED)).held()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Token.State.class, names = {"RESERVED", "SOLD"})
  void stock_that_was_not_given_back_is_wrong(Token.State state) {
    assertThat(finding(rejected().token("o1", state, 1)).examples())
        .containsExactly("order o1 is not confirmed, but 1 tokens take stock, 0 of money are kept, 0 parcels are arranged");
  }

  @ParameterizedTest
  @EnumSource(value = Parcel.Status.class, names = {"BOOKED", "DISPATCHED", "DELIVERED"})
  void a_parcel_of_an_order_that_is_not_confirmed_is_wrong(Parcel.Status status) {
    assertThat(finding(rejected().parcel("o1", status)).violations()).isEqualTo(1);
  }

  @Test
  void money_of_an_order_that_is_not_confirmed_is_wrong() {
    assertThat(finding(rejected().captured("o1", 500)).violations()).isEqualTo(1);
  }

  @Test
  void an_order_cannot_be_delivered_unconfirmed() {
    assertThat(finding(new Story().order("o1", "OrderPlaced", "OrderDelivered")).examples())
        .containsExactly("order o1 was delivered, but is not confirmed");
  }

  @Test
  void an_order_that_was_cancelled_or_rejected_after_its_confirmation_has_nothing() {
    assertThat(finding(new Story().delivered("o1", 500).cancelled("o2", 500).order("o3", "OrderPlaced", "OrderConfirmed", "OrderRejected")).held()).isTrue();
  }

  @Test
  void an_order_under_way_may_have_anything() {
    var finding = finding(new Story().order("o1", "OrderPlaced").token("o1", Token.State.RESERVED, 1));

    assertThat(finding.held()).isTrue();
    assertThat(finding.lookedAt()).isZero();
  }

  @Test
  void stock_and_parcels_belong_to_orders_that_exist() {
    assertThat(finding(new Story().token("o9", Token.State.RESERVED, 1)).violations()).isEqualTo(1);
    assertThat(finding(new Story().parcel("o9", Parcel.Status.BOOKED)).violations()).isEqualTo(1);
    assertThat(finding(new Story().parcel("o9", Parcel.Status.CANCELLED)).held()).isTrue();
  }

  private static Story confirmed() {
    return new Story().accepted("o1", 500).order("o1", "OrderPlaced", "OrderConfirmed", "OrderDelivered").authorized("o1", 500);
  }

  private static Story rejected() {
    return new Story().accepted("o1", 500).order("o1", "OrderPlaced", "OrderRejected");
  }

  private static Finding finding(Story story) {
    return story.examinedBy(new AllOrNothing());
  }
}
