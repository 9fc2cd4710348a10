package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.CANCEL_SHIPMENT;
import static dev.tradewind.orders.domain.Orders.RELEASE;
import static dev.tradewind.orders.domain.Orders.VOID;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepUndone;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody says no: what was done before is undone, newest first. */
class RefusedStepsTest {

  @Test
  void out_of_stock_rejects_the_order_and_asks_nobody_for_anything() {
    Orders.placed().when(new ReportFailed(RESERVE_STOCK, "out-of-stock"))
        .thenEvents(new StepFailed(RESERVE_STOCK, "out-of-stock"), new OrderEvent.OrderRejected())
        .thenMessages(new OrderRejected(document(OrderState.REJECTED, "out-of-stock")))
        .thenNeverWakes()
        .thenState("REJECTED, an end, with nothing done", order ->
            order.state() == OrderState.REJECTED && order.state().isEnd() && order.progress().done().isEmpty());
  }

  @Test
  void a_declined_card_gives_the_stock_back_first() {
    Orders.reserved().when(new ReportFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenEvents(new StepFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenMessages(RELEASE)
        .thenState("CANCELLING", order -> order.state() == OrderState.CANCELLING);
  }

  @Test
  void and_cancels_the_order_when_the_stock_is_back() {
    Orders.reserved().when(new ReportFailed(AUTHORIZE_PAYMENT, "declined"))
        .at(second(3)).when(new ReportUndone(RESERVE_STOCK))
        .thenEvents(new StepUndone(RESERVE_STOCK), new OrderEvent.OrderCancelled())
        .thenMessages(new OrderCancelled(document(OrderState.CANCELLED, "declined")))
        .thenNeverWakes()
        .thenState("CANCELLED, an end", order -> order.state() == OrderState.CANCELLED && order.state().isEnd());
  }

  @Test
  void a_carrier_who_refuses_has_the_payment_voided_then_the_stock_released() {
    Orders.authorized().when(new ReportFailed(ARRANGE_SHIPMENT, "address-not-served"))
        .thenEvents(new StepFailed(ARRANGE_SHIPMENT, "address-not-served"))
        .thenMessages(VOID)
        .at(second(4)).when(new ReportUndone(AUTHORIZE_PAYMENT))
        .thenEvents(new StepUndone(AUTHORIZE_PAYMENT))
        .thenMessages(RELEASE)
        .at(second(5)).when(new ReportUndone(RESERVE_STOCK))
        .thenEvents(new StepUndone(RESERVE_STOCK), new OrderEvent.OrderCancelled())
        .thenMessages(new OrderCancelled(document(OrderState.CANCELLED, "address-not-served")));
  }

  @Test
  void a_capture_that_is_declined_has_the_shipment_cancelled_then_the_payment_voided_then_the_stock_released() {
    Orders.arranged().when(new ReportFailed(CAPTURE_PAYMENT, "expired"))
        .thenMessages(CANCEL_SHIPMENT)
        .at(second(5)).when(new ReportUndone(ARRANGE_SHIPMENT))
        .thenMessages(VOID)
        .at(second(6)).when(new ReportUndone(AUTHORIZE_PAYMENT))
        .thenMessages(RELEASE)
        .at(second(7)).when(new ReportUndone(RESERVE_STOCK))
        .thenMessages(new OrderCancelled(document(OrderState.CANCELLED, "expired")))
        .thenState("all undone", order -> order.progress().done().isEmpty());
  }

  @Test
  void the_step_that_was_refused_is_not_undone_because_nothing_happened() {
    Orders.arranged().when(new ReportFailed(CAPTURE_PAYMENT, "expired"))
        .thenState("only what was done is left to undo", order ->
            order.progress().done().equals(Set.of(RESERVE_STOCK, AUTHORIZE_PAYMENT, ARRANGE_SHIPMENT)));
  }

  @Test
  void an_undo_has_a_deadline_of_its_own_when_none_is_outstanding() {
    Orders.reserved().at(second(15)).when(new ReportFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenWakesAt(second(25));
  }

  @Test
  void an_undo_before_the_outstanding_deadline_needs_no_other() {
    Orders.reserved().when(new ReportFailed(AUTHORIZE_PAYMENT, "declined")).thenNeverWakes();
  }
}
