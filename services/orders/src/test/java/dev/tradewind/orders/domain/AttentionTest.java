package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.ARRANGE;
import static dev.tradewind.orders.domain.Orders.AUTHORIZE;
import static dev.tradewind.orders.domain.Orders.CANCEL_SHIPMENT;
import static dev.tradewind.orders.domain.Orders.RELEASE;
import static dev.tradewind.orders.domain.Orders.VOID;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.orders.domain.OrderCommand.Cancel;
import dev.tradewind.orders.domain.OrderCommand.ReportFailed;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderCommand.Resolution;
import dev.tradewind.orders.domain.OrderCommand.Resolve;
import dev.tradewind.orders.domain.OrderCommand.Wake;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepRetried;
import dev.tradewind.orders.domain.OrderEvent.StepUndone;
import dev.tradewind.testkit.DeciderSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that can be neither finished nor undone waits for a person, or for a late answer, whichever comes first. */
class AttentionTest {

  private static final Resolve RETRY = new Resolve(Resolution.RETRY);
  private static final Resolve UNDO = new Resolve(Resolution.UNDO);

  static Stream<DeciderSpec<Order, OrderCommand, OrderEvent>> everyStateWithoutAttention() {
    return Stream.of(Orders.placed(), Orders.reserved(), Orders.authorized(), Orders.arranged(), Orders.confirmed(), Orders.dispatched());
  }

  @ParameterizedTest
  @MethodSource("everyStateWithoutAttention")
  void an_order_that_goes_on_by_itself_has_nothing_to_resolve(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.when(RETRY).thenRefuses("no-attention-needed");
    order.when(UNDO).thenRefuses("no-attention-needed");
  }

  @Test
  void nothing_wakes_an_order_that_waits_for_a_person() {
    unanswered().at(second(100_000)).when(new Wake()).thenNothing();
  }

  @Test
  void retrying_asks_again_as_if_for_the_first_time() {
    unanswered().at(second(500)).when(RETRY)
        .thenEvents(new StepRetried(AUTHORIZE_PAYMENT, 1))
        .thenMessages(AUTHORIZE)
        .thenWakesAt(second(520))
        .thenState("no attention needed", order -> order.state() == OrderState.STOCK_RESERVED);
  }

  @Test
  void a_retried_step_that_is_answered_goes_on() {
    unanswered().at(second(500)).when(RETRY).at(second(501)).when(Orders.PAYMENT_AUTHORIZED)
        .thenEvents(Orders.AUTHORIZED)
        .thenMessages(ARRANGE);
  }

  @Test
  void undoing_undoes_the_unanswered_step_first() {
    unanswered().at(second(500)).when(UNDO)
        .thenEvents(new CompensationStarted("operator", true))
        .thenMessages(VOID)
        .thenWakesAt(second(520))
        .at(second(501)).when(new ReportUndone(AUTHORIZE_PAYMENT))
        .thenMessages(RELEASE);
  }

  @Test
  void undoing_an_unanswered_capture_stops_the_parcel_before_it_gives_the_money_back() {
    Orders.arranged().given(new AttentionNeeded(CAPTURE_PAYMENT, "capture-payment-unanswered")).at(second(500)).when(UNDO)
        .thenMessages(CANCEL_SHIPMENT)
        .at(second(501)).when(new ReportUndone(ARRANGE_SHIPMENT))
        .thenMessages(Orders.REFUND);
  }

  @Test
  void resolving_twice_resolves_once() {
    unanswered().when(UNDO).when(UNDO).thenRefuses("no-attention-needed");
    unanswered().when(RETRY).when(RETRY).thenRefuses("no-attention-needed");
  }

  @Test
  void a_late_yes_leads_out_of_attention() {
    unanswered().at(second(900)).when(Orders.PAYMENT_AUTHORIZED)
        .thenEvents(Orders.AUTHORIZED)
        .thenMessages(ARRANGE)
        .thenWakesAt(second(1020))
        .thenState("PAYMENT_AUTHORIZED", order -> order.state() == OrderState.PAYMENT_AUTHORIZED);
  }

  @Test
  void a_late_no_leads_out_of_attention_too() {
    unanswered().at(second(900)).when(new ReportFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenEvents(new StepFailed(AUTHORIZE_PAYMENT, "declined"))
        .thenMessages(RELEASE)
        .thenWakesAt(second(910));
  }

  @Test
  void a_cancellation_waits_for_the_answer_or_the_person() {
    unanswered().when(new Cancel("customer", Requester.CUSTOMER)).thenEvents(new CancellationRequested("customer", Requester.CUSTOMER)).thenMessages()
        .thenWakesAt(second(12))
        .thenState("still needs attention", order -> order.state() == OrderState.NEEDS_ATTENTION)
        .at(second(900)).when(Orders.PAYMENT_AUTHORIZED)
        .thenEvents(Orders.AUTHORIZED, new CompensationStarted("customer", false))
        .thenMessages(VOID);
  }

  @Test
  void an_undo_that_needs_attention_can_be_retried() {
    undoUnanswered().at(second(500)).when(RETRY)
        .thenEvents(new StepRetried(RESERVE_STOCK, 1))
        .thenMessages(RELEASE)
        .thenWakesAt(second(510));
  }

  @Test
  void an_undo_that_needs_attention_cannot_be_undone() {
    undoUnanswered().when(UNDO).thenRefuses("already-undoing");
  }

  @Test
  void a_late_undo_leads_out_of_attention_to_the_end() {
    undoUnanswered().when(new ReportUndone(RESERVE_STOCK))
        .thenEvents(new StepUndone(RESERVE_STOCK), new OrderEvent.OrderCancelled())
        .thenState("CANCELLED", order -> order.state() == OrderState.CANCELLED);
  }

  @Test
  void an_order_that_was_never_placed_has_nothing_to_resolve() {
    Orders.unplaced().when(RETRY).thenNothing();
  }

  private static DeciderSpec<Order, OrderCommand, OrderEvent> unanswered() {
    return Orders.reserved().given(new AttentionNeeded(AUTHORIZE_PAYMENT, "authorize-payment-unanswered"));
  }

  private static DeciderSpec<Order, OrderCommand, OrderEvent> undoUnanswered() {
    return Orders.reserved().given(
        new StepFailed(AUTHORIZE_PAYMENT, "declined"), new AttentionNeeded(RESERVE_STOCK, "reserve-stock-undo-unanswered"));
  }
}
