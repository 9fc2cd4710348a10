package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.document;

import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.orders.domain.OrderCommand.ReportDelivered;
import dev.tradewind.orders.domain.OrderCommand.ReportDispatched;
import dev.tradewind.orders.domain.OrderCommand.ReportDone;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepUndone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queues deliver twice and in any order: an answer counts when its step is the one under way, and never again. */
class RepeatedAnswersTest {

  private static final List<String> STEPS = List.of(RESERVE_STOCK, AUTHORIZE_PAYMENT, ARRANGE_SHIPMENT, CAPTURE_PAYMENT);

  static Stream<OrderCommand> everyAnswer() {
    return Stream.concat(
        STEPS.stream().flatMap(step -> Stream.of(
            new ReportDone(step, Optional.empty()), new ReportFailed(step, "no"), new ReportUndone(step),
            new OrderCommand.ReportUndoRefused(step, "no"))),
        Stream.of(new ReportDispatched(), new ReportDelivered(), new OrderCommand.ReportHeld(), new OrderCommand.ReportHoldRefused("no")));
  }

  @ParameterizedTest
  @MethodSource("everyAnswer")
  void no_answer_means_anything_to_an_order_that_was_never_placed(OrderCommand answer) {
    Orders.unplaced().when(answer).thenNothing();
  }

  @ParameterizedTest
  @MethodSource("everyAnswer")
  void no_answer_changes_an_order_that_was_rejected(OrderCommand answer) {
    Orders.placed().given(new StepFailed(RESERVE_STOCK, "out-of-stock"), new OrderEvent.OrderRejected()).when(answer).thenNothing();
  }

  @ParameterizedTest
  @MethodSource("everyAnswer")
  void no_answer_changes_an_order_that_was_cancelled(OrderCommand answer) {
    Orders.reserved()
        .given(new StepFailed(AUTHORIZE_PAYMENT, "declined"), new StepUndone(RESERVE_STOCK), new OrderEvent.OrderCancelled())
        .when(answer).thenNothing();
  }

  @ParameterizedTest
  @MethodSource("everyAnswer")
  void no_answer_changes_an_order_that_was_delivered(OrderCommand answer) {
    Orders.dispatched().given(new OrderEvent.OrderDelivered()).when(answer).thenNothing();
  }

  @Test
  void an_answer_to_the_step_before_changes_nothing() {
    Orders.reserved().when(Orders.STOCK_RESERVED).thenNothing();
    Orders.reserved().when(new ReportFailed(RESERVE_STOCK, "out-of-stock")).thenNothing();
  }

  @Test
  void an_answer_to_a_step_that_was_not_asked_for_yet_changes_nothing() {
    Orders.placed().when(Orders.PAYMENT_CAPTURED).thenNothing();
    Orders.placed().when(new ReportFailed(CAPTURE_PAYMENT, "declined")).thenNothing();
  }

  @Test
  void an_undo_nobody_asked_for_changes_nothing() {
    Orders.reserved().when(new ReportUndone(RESERVE_STOCK)).thenNothing();
    Orders.reserved().when(new ReportUndone(AUTHORIZE_PAYMENT)).thenNothing();
  }

  @Test
  void an_undo_that_comes_before_its_turn_changes_nothing() {
    Orders.authorized().given(new StepFailed(ARRANGE_SHIPMENT, "refused")).when(new ReportUndone(RESERVE_STOCK)).thenNothing();
  }

  @Test
  void a_late_yes_to_a_step_that_is_being_undone_changes_nothing() {
    Orders.placed().given(new CompensationStarted("reserve-stock-timed-out", true)).when(Orders.STOCK_RESERVED).thenNothing();
  }

  @Test
  void a_late_no_to_a_step_that_is_being_undone_changes_nothing() {
    Orders.placed().given(new CompensationStarted("reserve-stock-timed-out", true))
        .when(new ReportFailed(RESERVE_STOCK, "out-of-stock")).thenNothing();
  }

  @Test
  void an_undo_answered_twice_is_undone_once() {
    Orders.authorized().given(new StepFailed(ARRANGE_SHIPMENT, "refused"))
        .when(new ReportUndone(AUTHORIZE_PAYMENT)).thenMessages(Orders.RELEASE)
        .when(new ReportUndone(AUTHORIZE_PAYMENT)).thenNothing();
  }

  @Test
  void a_parcel_that_arrives_before_we_hear_it_left_is_delivered() {
    Orders.confirmed().when(new ReportDelivered())
        .thenEvents(new OrderEvent.OrderDelivered())
        .thenMessages(new OrderDelivered(document(OrderState.DELIVERED)));
  }

  @Test
  void and_its_departure_heard_of_afterwards_changes_nothing() {
    Orders.confirmed().when(new ReportDelivered()).when(new ReportDispatched()).thenNothing();
  }

  @Test
  void a_departure_reported_twice_is_announced_once() {
    Orders.dispatched().when(new ReportDispatched()).thenNothing();
  }

  @Test
  void placing_the_same_order_again_or_another_under_its_id_changes_nothing() {
    Orders.placed().when(Orders.PLACE).thenNothing();
    Orders.confirmed().when(Orders.PLACE).thenNothing();
  }
}
