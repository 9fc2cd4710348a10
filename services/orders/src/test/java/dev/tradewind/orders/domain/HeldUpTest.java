package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.CANCEL_SHIPMENT;
import static dev.tradewind.orders.domain.Orders.RELEASE;
import static dev.tradewind.orders.domain.Orders.REVIEWED_BY;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.held;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderRejected;
import dev.tradewind.orders.domain.OrderCommand.Cancel;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.Resolution;
import dev.tradewind.orders.domain.OrderCommand.Resolve;
import dev.tradewind.orders.domain.OrderCommand.Wake;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepRetried;
import dev.tradewind.testkit.DeciderSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** While an order is in review the step under way may finish, and nothing else happens by itself until the operator's time is over. */
class HeldUpTest {

  private static final Cancel CANCEL = new Cancel("customer", Requester.CUSTOMER);

  static Stream<DeciderSpec<Order, OrderCommand, OrderEvent>> everyOrderInReview() {
    return Stream.of(held(Orders.placed()), held(Orders.reserved()), held(Orders.authorized()), held(Orders.arranged()),
        held(Orders.reserved()).given(Orders.AUTHORIZED), held(Orders.arranged()).given(Orders.CAPTURED), Orders.confirmedInReview());
  }

  @ParameterizedTest
  @MethodSource("everyOrderInReview")
  void every_deadline_that_comes_waits_for_the_end_of_the_operators_time(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.at(second(60)).when(new Wake()).thenWaitsUntil(REVIEWED_BY);
    order.at(REVIEWED_BY.minusMillis(1)).when(new Wake()).thenWaitsUntil(REVIEWED_BY);
  }

  @ParameterizedTest
  @MethodSource("everyOrderInReview")
  void a_customer_may_cancel_after_days_and_the_review_is_over(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.at(second(300_000)).when(CANCEL)
        .thenState("cancelling", cancelled -> cancelled.cancellationRequested() && !cancelled.review().isOpen());
  }

  @Test
  void the_step_under_way_finishes_and_the_next_is_not_asked_for() {
    held(Orders.reserved()).when(Orders.PAYMENT_AUTHORIZED)
        .thenEvents(Orders.AUTHORIZED).thenMessages().thenNeverWakes()
        .thenState("still in review", order -> order.state() == OrderState.IN_REVIEW && order.progress().done().contains(AUTHORIZE_PAYMENT));
  }

  @Test
  void the_last_step_finishes_and_the_order_is_not_confirmed() {
    held(Orders.arranged()).when(Orders.PAYMENT_CAPTURED)
        .thenEvents(Orders.CAPTURED).thenMessages().thenNeverWakes()
        .thenState("still in review", order -> order.state() == OrderState.IN_REVIEW);
  }

  @Test
  void an_answer_to_the_step_that_was_not_asked_for_changes_nothing() {
    held(Orders.placed()).given(Orders.RESERVED).when(Orders.PAYMENT_AUTHORIZED).thenNothing();
    held(Orders.placed()).given(Orders.RESERVED).when(new ReportFailed(AUTHORIZE_PAYMENT, "declined")).thenNothing();
  }

  @Test
  void a_step_that_fails_ends_the_review_and_undoes_what_was_done() {
    held(Orders.reserved()).at(second(60)).when(new ReportFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenEvents(new StepFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenMessages(RELEASE)
        .thenWakesAt(second(70))
        .thenState("CANCELLING", order -> order.state() == OrderState.CANCELLING);
  }

  @Test
  void when_nothing_was_done_it_is_rejected() {
    held(Orders.placed()).when(new ReportFailed(RESERVE_STOCK, "out-of-stock"))
        .thenMessages(new OrderRejected(document(OrderState.REJECTED, "out-of-stock")));
  }

  @Test
  void a_customer_who_cancels_waits_for_the_step_under_way_and_its_deadline_runs_again() {
    held(Orders.reserved()).at(second(60)).when(CANCEL)
        .thenEvents(new CancellationRequested("customer", Requester.CUSTOMER)).thenMessages()
        .thenWakesAt(second(70))
        .thenState("no longer in review", order -> order.state() == OrderState.STOCK_RESERVED)
        .at(second(70)).when(new Wake())
        .thenEvents(new StepRetried(AUTHORIZE_PAYMENT, 2)).thenMessages(Orders.AUTHORIZE)
        .thenWakesAt(second(110))
        .at(second(71)).when(Orders.PAYMENT_AUTHORIZED)
        .thenEvents(Orders.AUTHORIZED, new CompensationStarted("customer", false)).thenMessages(Orders.VOID);
  }

  @Test
  void a_customer_who_cancels_when_no_step_is_under_way_has_everything_undone_at_once() {
    held(Orders.placed()).given(Orders.RESERVED).at(second(60)).when(CANCEL)
        .thenEvents(new CompensationStarted("customer", false)).thenMessages(RELEASE).thenWakesAt(second(70));
    held(Orders.arranged()).given(Orders.CAPTURED).at(second(60)).when(CANCEL)
        .thenEvents(new CompensationStarted("customer", false)).thenMessages(CANCEL_SHIPMENT).thenWakesAt(second(180));
    Orders.confirmedInReview().at(second(60)).when(CANCEL)
        .thenEvents(new CompensationStarted("customer", false)).thenMessages(CANCEL_SHIPMENT).thenWakesAt(second(180));
  }

  @Test
  void what_needs_attention_is_decided_after_the_review() {
    var unanswered = held(Orders.arranged().given(new AttentionNeeded(CAPTURE_PAYMENT, "capture-payment-unanswered")));

    unanswered.when(new Resolve(Resolution.RETRY)).thenRefuses("in-review");
    unanswered.when(new Resolve(Resolution.UNDO)).thenRefuses("in-review");
    unanswered.when(new Wake()).thenState("in review", order -> order.state() == OrderState.IN_REVIEW);
  }

  @Test
  void a_late_answer_leads_out_of_attention_and_not_out_of_the_review() {
    held(Orders.arranged().given(new AttentionNeeded(CAPTURE_PAYMENT, "capture-payment-unanswered"))).when(Orders.PAYMENT_CAPTURED)
        .thenEvents(Orders.CAPTURED).thenMessages()
        .thenState("in review", order -> order.state() == OrderState.IN_REVIEW && !order.progress().needsAttention());
  }}
