package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.CANCEL_SHIPMENT;
import static dev.tradewind.orders.domain.Orders.CAPTURED;
import static dev.tradewind.orders.domain.Orders.REFUND;
import static dev.tradewind.orders.domain.Orders.RELEASE;
import static dev.tradewind.orders.domain.Orders.VOID;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderNeedsAttention;
import dev.tradewind.orders.domain.OrderCommand.Cancel;
import dev.tradewind.orders.domain.OrderCommand.ReportDelivered;
import dev.tradewind.orders.domain.OrderCommand.ReportDispatched;
import dev.tradewind.orders.domain.OrderCommand.ReportUndoRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.UndoRefused;
import org.junit.jupiter.api.Test;

/** Everything is done and the parcel waits: the carrier is asked first, because only the carrier can say that it is too late. */
class CancellationAfterConfirmationTest {

  private static final Cancel CANCEL = new Cancel("customer", Requester.CUSTOMER);
  private static final ReportUndoRefused TOO_LATE = new ReportUndoRefused(ARRANGE_SHIPMENT, "too-late");

  @Test
  void the_shipment_is_cancelled_before_anything_else_and_a_deadline_armed() {
    Orders.confirmed().when(CANCEL)
        .thenEvents(new CompensationStarted("customer", false))
        .thenMessages(CANCEL_SHIPMENT)
        .thenWakesAt(second(125))
        .thenState("CANCELLING", order -> order.state() == OrderState.CANCELLING);
  }

  @Test
  void then_the_money_goes_back_and_the_stock_comes_last() {
    Orders.confirmed().when(CANCEL)
        .at(second(6)).when(new ReportUndone(ARRANGE_SHIPMENT)).thenMessages(REFUND)
        .at(second(7)).when(new ReportUndone(CAPTURE_PAYMENT)).thenMessages(VOID)
        .at(second(8)).when(new ReportUndone(AUTHORIZE_PAYMENT)).thenMessages(RELEASE)
        .at(second(9)).when(new ReportUndone(RESERVE_STOCK))
        .thenMessages(new OrderCancelled(document(OrderState.CANCELLED, "customer")));
  }

  @Test
  void cancelling_twice_asks_the_carrier_once() {
    Orders.confirmed().when(CANCEL).when(CANCEL).thenNothing();
  }

  @Test
  void when_the_carrier_says_too_late_the_order_stands_and_nothing_is_undone() {
    Orders.confirmed().when(CANCEL).at(second(6)).when(TOO_LATE)
        .thenEvents(new UndoRefused(ARRANGE_SHIPMENT, "too-late"))
        .thenMessages()
        .thenNeverWakes()
        .thenState("CONFIRMED with every step done", order -> order.state() == OrderState.CONFIRMED && order.progress().done().size() == 4);
  }

  @Test
  void and_is_dispatched_later() {
    Orders.confirmed().when(CANCEL).at(second(6)).when(TOO_LATE).at(second(7)).when(new ReportDispatched())
        .thenEvents(new OrderEvent.OrderDispatched())
        .thenMessages(new OrderDispatched(document(OrderState.DISPATCHED, "too-late")));
  }

  @Test
  void a_dispatch_that_overtakes_the_refusal_leaves_the_order_dispatched() {
    Orders.confirmed().when(CANCEL).at(second(6)).when(new ReportDispatched()).at(second(7)).when(TOO_LATE)
        .thenEvents(new UndoRefused(ARRANGE_SHIPMENT, "too-late"))
        .thenMessages(new OrderDispatched(document(OrderState.DISPATCHED, "too-late")))
        .thenState("DISPATCHED", order -> order.state() == OrderState.DISPATCHED);
  }

  @Test
  void who_heard_that_a_delivered_order_is_being_cancelled_hears_that_it_is_not() {
    var delivered = Orders.confirmed().when(CANCEL).at(second(6)).when(new ReportDelivered());
    delivered.thenMessages(new OrderDelivered(document(OrderState.CANCELLING, "customer")));
    delivered.at(second(7)).when(TOO_LATE)
        .thenEvents(new UndoRefused(ARRANGE_SHIPMENT, "too-late"))
        .thenMessages(new OrderDelivered(document(OrderState.DELIVERED, "too-late")))
        .thenState("DELIVERED", order -> order.state() == OrderState.DELIVERED);
  }

  @Test
  void after_a_refusal_nobody_is_asked_again_for_what_the_carrier_has() {
    Orders.confirmed().when(CANCEL).at(second(6)).when(TOO_LATE).at(second(7)).when(CANCEL).thenRefuses("already-dispatched");
  }

  @Test
  void a_refusal_that_comes_twice_changes_nothing() {
    Orders.confirmed().when(CANCEL).at(second(6)).when(TOO_LATE).when(TOO_LATE).thenNothing();
  }

  @Test
  void a_refusal_nobody_asked_for_changes_nothing() {
    Orders.confirmed().when(TOO_LATE).thenNothing();
    Orders.arranged().when(TOO_LATE).thenNothing();
  }

  @Test
  void an_order_cancelled_during_the_capture_whose_parcel_cannot_be_stopped_is_confirmed_after_all() {
    Orders.arranged().given(new CancellationRequested("customer", Requester.CUSTOMER), CAPTURED, new CompensationStarted("customer", false))
        .at(second(6)).when(TOO_LATE)
        .thenEvents(new UndoRefused(ARRANGE_SHIPMENT, "too-late"), new OrderEvent.OrderConfirmed())
        .thenMessages(new OrderConfirmed(document(OrderState.CONFIRMED, "too-late")))
        .thenState("CONFIRMED", order -> order.state() == OrderState.CONFIRMED);
  }

  @Test
  void a_parcel_that_cannot_be_stopped_before_it_was_paid_for_needs_a_person() {
    Orders.arranged().given(new StepFailed(CAPTURE_PAYMENT, "expired")).when(TOO_LATE)
        .thenEvents(new AttentionNeeded(ARRANGE_SHIPMENT, "too-late"))
        .thenMessages(new OrderNeedsAttention(document(OrderState.NEEDS_ATTENTION, "too-late")));
  }

  @Test
  void the_same_when_nobody_knows_whether_it_was_paid_for() {
    Orders.arranged().given(new AttentionNeeded(CAPTURE_PAYMENT, "unanswered"), new CompensationStarted("operator", true)).when(TOO_LATE)
        .thenEvents(new AttentionNeeded(ARRANGE_SHIPMENT, "too-late"))
        .thenState("NEEDS_ATTENTION", order -> order.state() == OrderState.NEEDS_ATTENTION);
  }
}
