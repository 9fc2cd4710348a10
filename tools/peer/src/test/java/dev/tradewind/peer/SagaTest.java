package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SagaTest {

  @Test
  void an_order_that_goes_well_asks_one_after_the_other_and_is_confirmed_before_its_parcel_goes() {
    assertThat(sent(Kind.STOCK_RESERVED, Kind.PAYMENT_AUTHORIZED, Kind.SHIPMENT_ARRANGED, Kind.PAYMENT_CAPTURED, Kind.SHIPMENT_DISPATCHED,
        Kind.SHIPMENT_DELIVERED)).containsExactly(Kind.AUTHORIZE_PAYMENT, Kind.ARRANGE_SHIPMENT, Kind.CAPTURE_PAYMENT, Kind.ORDER_CONFIRMED,
        Kind.ORDER_DISPATCHED, Kind.ORDER_DELIVERED);
  }

  @Test
  void nothing_is_undone_when_there_was_no_stock() {
    assertThat(sent(Kind.STOCK_REJECTED)).containsExactly(Kind.ORDER_REJECTED);
  }

  @Test
  void a_declined_card_gives_the_stock_back() {
    assertThat(sent(Kind.STOCK_RESERVED, Kind.PAYMENT_DECLINED, Kind.STOCK_RELEASED))
        .containsExactly(Kind.AUTHORIZE_PAYMENT, Kind.RELEASE_STOCK, Kind.ORDER_CANCELLED);
  }

  @Test
  void a_refused_parcel_undoes_payment_and_stock_in_reverse() {
    assertThat(sent(Kind.STOCK_RESERVED, Kind.PAYMENT_AUTHORIZED, Kind.SHIPMENT_REFUSED, Kind.PAYMENT_VOIDED, Kind.STOCK_RELEASED))
        .endsWith(Kind.VOID_PAYMENT, Kind.RELEASE_STOCK, Kind.ORDER_CANCELLED);
  }

  @Test
  void a_declined_capture_undoes_everything_in_reverse() {
    assertThat(sent(Kind.STOCK_RESERVED, Kind.PAYMENT_AUTHORIZED, Kind.SHIPMENT_ARRANGED, Kind.CAPTURE_DECLINED, Kind.SHIPMENT_CANCELLED,
        Kind.PAYMENT_VOIDED, Kind.STOCK_RELEASED))
        .endsWith(Kind.CANCEL_SHIPMENT, Kind.VOID_PAYMENT, Kind.RELEASE_STOCK, Kind.ORDER_CANCELLED);
  }

  @Test
  void a_delivery_that_is_heard_of_before_its_dispatch_counts() {
    assertThat(Saga.after(Stage.CONFIRMED, Kind.SHIPMENT_DELIVERED)).contains(new Saga.Transition(Stage.DELIVERED, Kind.ORDER_DELIVERED));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void an_end_is_an_end(Kind kind) {
    assertThat(List.of(Stage.DELIVERED, Stage.CANCELLED, Stage.REJECTED)).allSatisfy(end -> assertThat(Saga.after(end, kind)).isEmpty());
  }

  @Test
  void an_answer_that_nobody_waits_for_changes_nothing() {
    assertThat(Saga.after(Stage.CAPTURING, Kind.STOCK_RESERVED)).isEmpty();
    assertThat(Saga.after(Stage.RESERVING, Kind.PAYMENT_CAPTURED)).isEmpty();
  }

  private static List<Kind> sent(Kind... answers) {
    Stage at = Stage.RESERVING;
    List<Kind> sent = new ArrayList<>();
    for (Kind answer : answers) {
      Saga.Transition transition = Saga.after(at, answer).orElseThrow();
      at = transition.to();
      sent.add(transition.sends());
    }
    return sent;
  }
}
