package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.ARRANGED;
import static dev.tradewind.orders.domain.Orders.AUTHORIZED;
import static dev.tradewind.orders.domain.Orders.CANCEL_SHIPMENT;
import static dev.tradewind.orders.domain.Orders.CAPTURED;
import static dev.tradewind.orders.domain.Orders.RELEASE;
import static dev.tradewind.orders.domain.Orders.RESERVED;
import static dev.tradewind.orders.domain.Orders.VOID;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.orders.domain.OrderCommand.Cancel;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.OrderDelivered;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepUndone;
import dev.tradewind.testkit.DeciderSpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The customer changes their mind while the steps are being done: the step under way is waited for, then everything is undone. */
class CancellationTest {

  private static final Cancel CANCEL = new Cancel("customer", Requester.CUSTOMER);
  private static final CompensationStarted TURNED = new CompensationStarted("customer", false);

  static Stream<DeciderSpec<Order, OrderCommand, OrderEvent>> everyForwardState() {
    return Stream.of(Orders.placed(), Orders.reserved(), Orders.authorized(), Orders.arranged());
  }

  @ParameterizedTest
  @MethodSource("everyForwardState")
  void a_cancellation_waits_for_the_step_under_way(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.when(CANCEL)
        .thenEvents(new CancellationRequested("customer", Requester.CUSTOMER))
        .thenMessages()
        .thenNeverWakes()
        .thenState("the reason", cancelled -> cancelled.reason().equals(Optional.of("customer")));
  }

  @ParameterizedTest
  @MethodSource("everyForwardState")
  void a_second_cancellation_changes_nothing(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.when(CANCEL).when(new Cancel("again", Requester.CUSTOMER)).thenNothing();
  }

  @Test
  void once_stock_is_reserved_it_is_released() {
    Orders.placed().when(CANCEL).when(Orders.STOCK_RESERVED).thenEvents(RESERVED, TURNED).thenMessages(RELEASE);
  }

  @Test
  void once_the_payment_is_authorized_it_is_voided() {
    Orders.reserved().when(CANCEL).when(Orders.PAYMENT_AUTHORIZED).thenEvents(AUTHORIZED, TURNED).thenMessages(VOID);
  }

  @Test
  void once_the_shipment_is_arranged_it_is_cancelled() {
    Orders.authorized().when(CANCEL).when(Orders.SHIPMENT_ARRANGED).thenEvents(ARRANGED, TURNED).thenMessages(CANCEL_SHIPMENT);
  }

  @Test
  void once_the_payment_is_captured_the_order_is_not_confirmed_but_the_shipment_cancelled() {
    Orders.arranged().when(CANCEL).when(Orders.PAYMENT_CAPTURED).thenEvents(CAPTURED, TURNED).thenMessages(CANCEL_SHIPMENT);
  }

  @Test
  void the_reason_the_customer_gave_is_kept_to_the_end() {
    Orders.placed().when(new Cancel("too-slow", Requester.CUSTOMER)).when(Orders.STOCK_RESERVED)
        .thenEvents(RESERVED, new CompensationStarted("too-slow", false))
        .when(new ReportUndone(RESERVE_STOCK))
        .thenEvents(new StepUndone(RESERVE_STOCK), new OrderEvent.OrderCancelled())
        .thenState("the reason", order -> order.reason().equals(Optional.of("too-slow")));
  }

  @Test
  void when_the_step_under_way_is_refused_that_is_undone_as_ever() {
    Orders.reserved().when(CANCEL).when(new ReportFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenEvents(new StepFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenMessages(RELEASE);
  }

  @Test
  void when_nothing_was_done_and_the_first_step_is_refused_the_order_is_rejected() {
    Orders.placed().when(CANCEL).when(new ReportFailed(RESERVE_STOCK, "out-of-stock"))
        .thenEvents(new StepFailed(RESERVE_STOCK, "out-of-stock"), new OrderEvent.OrderRejected())
        .thenMessages(new OrderRejected(document(OrderState.REJECTED, "out-of-stock")));
  }

  @Test
  void an_order_that_is_being_undone_already_is_left_alone() {
    Orders.reserved().given(new StepFailed(AUTHORIZE_PAYMENT, "declined")).when(CANCEL).thenNothing();
  }

  @Test
  void an_order_that_has_ended_is_left_alone() {
    Orders.placed().given(new StepFailed(RESERVE_STOCK, "out-of-stock"), new OrderEvent.OrderRejected()).when(CANCEL).thenNothing();
    Orders.reserved()
        .given(new StepFailed(AUTHORIZE_PAYMENT, "declined"), new StepUndone(RESERVE_STOCK), new OrderEvent.OrderCancelled())
        .when(CANCEL).thenNothing();
  }

  @Test
  void an_order_that_was_never_placed_cannot_be_cancelled() {
    Orders.unplaced().when(CANCEL).thenNothing();
  }

  @Test
  void after_dispatch_it_is_too_late() {
    Orders.dispatched().when(CANCEL).thenRefuses("already-dispatched");
  }

  @Test
  void after_delivery_too() {
    Orders.dispatched().given(new OrderDelivered()).when(CANCEL).thenRefuses("already-dispatched");
  }

  @Test
  void a_payment_taken_meanwhile_is_refunded_before_it_is_voided_and_the_stock_comes_last() {
    Orders.arranged().when(CANCEL).when(Orders.PAYMENT_CAPTURED)
        .at(second(5)).when(new ReportUndone(ARRANGE_SHIPMENT)).thenMessages(Orders.REFUND)
        .at(second(6)).when(new ReportUndone(CAPTURE_PAYMENT)).thenMessages(VOID)
        .at(second(7)).when(new ReportUndone(AUTHORIZE_PAYMENT)).thenMessages(RELEASE)
        .at(second(8)).when(new ReportUndone(RESERVE_STOCK))
        .thenEvents(new StepUndone(RESERVE_STOCK), new OrderEvent.OrderCancelled());
  }

  @Test
  void a_cancellation_does_not_hide_that_the_order_was_placed_once() {
    Orders.placed().when(CANCEL).when(Orders.PLACE).thenNothing()
        .thenState("one placement", order -> order.placed().equals(Optional.of(Orders.PLACED)));
  }
}
