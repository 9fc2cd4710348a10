package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.CANCEL_SHIPMENT;
import static dev.tradewind.orders.domain.Orders.REFUND;
import static dev.tradewind.orders.domain.Orders.RELEASE;
import static dev.tradewind.orders.domain.Orders.REVIEWED_BY;
import static dev.tradewind.orders.domain.Orders.SUSPECT;
import static dev.tradewind.orders.domain.Orders.VOID;
import static dev.tradewind.orders.domain.Orders.confirmedInReview;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.held;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.orders.domain.OrderCommand.DecideReview;
import dev.tradewind.orders.domain.OrderCommand.ReportUndoRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderCommand.Verdict;
import dev.tradewind.orders.domain.OrderCommand.Wake;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.ReviewExpired;
import dev.tradewind.orders.domain.OrderEvent.ReviewReleased;
import dev.tradewind.orders.domain.OrderEvent.StepRetried;
import dev.tradewind.testkit.DeciderSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order that nobody decides about is cancelled: every accepted order ends, and no money is held for ever. */
class ReviewExpiryTest {

  private static final Wake TIME_IS_OVER = new Wake();
  private static final CompensationStarted UNDO_IT = new CompensationStarted("not-reviewed", false);

  @Test
  void between_two_steps_everything_is_undone_at_once() {
    held(Orders.placed()).given(Orders.RESERVED).at(REVIEWED_BY).when(TIME_IS_OVER)
        .thenEvents(new ReviewExpired(), UNDO_IT).thenMessages(RELEASE).thenWakesAt(REVIEWED_BY.plusSeconds(10))
        .when(new ReportUndone(RESERVE_STOCK))
        .thenMessages(new OrderCancelled(document(OrderState.CANCELLED, "not-reviewed")));
  }

  @Test
  void the_step_under_way_is_asked_for_again_and_what_it_answers_is_undone() {
    held(Orders.reserved()).at(REVIEWED_BY).when(TIME_IS_OVER)
        .thenEvents(new ReviewExpired()).thenMessages().thenWakesAt(REVIEWED_BY.plusSeconds(10))
        .at(REVIEWED_BY.plusSeconds(10)).when(new Wake()).thenEvents(new StepRetried(AUTHORIZE_PAYMENT, 2)).thenMessages(Orders.AUTHORIZE)
        .when(Orders.PAYMENT_AUTHORIZED)
        .thenEvents(Orders.AUTHORIZED, UNDO_IT).thenMessages(VOID);
  }

  @Test
  void after_the_last_step_and_after_the_confirmation_the_parcel_is_stopped_and_the_money_goes_back() {
    Stream.of(held(Orders.arranged()).given(Orders.CAPTURED), confirmedInReview()).forEach(order ->
        order.at(REVIEWED_BY).when(TIME_IS_OVER)
            .thenEvents(new ReviewExpired(), UNDO_IT).thenMessages(CANCEL_SHIPMENT).thenWakesAt(REVIEWED_BY.plusSeconds(120))
            .when(new ReportUndone(ARRANGE_SHIPMENT)).thenMessages(REFUND));
  }

  @Test
  void when_the_carrier_has_the_parcel_after_all_the_order_stands() {
    confirmedInReview().at(REVIEWED_BY).when(TIME_IS_OVER).when(new ReportUndoRefused(ARRANGE_SHIPMENT, "already-dispatched"))
        .thenState("CONFIRMED", order -> order.state() == OrderState.CONFIRMED && !order.review().isOpen());
  }

  @Test
  void what_needed_attention_needs_it_still() {
    held(Orders.reserved().given(new AttentionNeeded(AUTHORIZE_PAYMENT, "authorize-payment-unanswered"))).at(REVIEWED_BY).when(TIME_IS_OVER)
        .thenEvents(new ReviewExpired()).thenMessages()
        .thenState("NEEDS_ATTENTION", order -> order.state() == OrderState.NEEDS_ATTENTION && order.cancellationRequested());
  }

  @Test
  void it_is_too_late_to_decide_and_to_suspect_then() {
    var expired = confirmedInReview().given(new ReviewExpired(), UNDO_IT).at(REVIEWED_BY);

    expired.when(new DecideReview(Verdict.RELEASE)).thenRefuses("not-in-review");
    expired.when(SUSPECT).thenNothing();
    expired.when(new Wake()).thenState("not expired again", order -> order.state() == OrderState.CANCELLING);
  }

  static Stream<DeciderSpec<Order, OrderCommand, OrderEvent>> everyOrderThatWasDecidedAbout() {
    return Stream.of(
        confirmedInReview().given(new ReviewReleased()),
        confirmedInReview().given(new OrderEvent.OrderDispatched()),
        held(Orders.arranged()).given(Orders.CAPTURED, new ReviewReleased(), new OrderEvent.OrderConfirmed()));
  }

  @ParameterizedTest
  @MethodSource("everyOrderThatWasDecidedAbout")
  void nothing_expires_that_was_decided_about(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.at(REVIEWED_BY).when(TIME_IS_OVER).thenNothing();
  }

  @Test
  void a_step_that_goes_on_after_the_release_has_a_deadline_of_its_own() {
    held(Orders.placed()).given(Orders.RESERVED).at(second(900)).when(new DecideReview(Verdict.RELEASE)).thenWakesAt(second(920));
  }
}
