package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.HOLD;
import static dev.tradewind.orders.domain.Orders.ID;
import static dev.tradewind.orders.domain.Orders.REVIEWED_BY;
import static dev.tradewind.orders.domain.Orders.SUSPECT;
import static dev.tradewind.orders.domain.Orders.SUSPECTED;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderInReview;
import dev.tradewind.orders.domain.OrderCommand.ReportDispatched;
import dev.tradewind.orders.domain.OrderCommand.ReportHeld;
import dev.tradewind.orders.domain.OrderCommand.ReportHoldRefused;
import dev.tradewind.orders.domain.OrderCommand.Suspect;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.FraudSuspected;
import dev.tradewind.orders.domain.OrderEvent.HoldAsked;
import dev.tradewind.orders.domain.OrderEvent.HoldRefused;
import dev.tradewind.orders.domain.OrderEvent.PlacementExpired;
import dev.tradewind.orders.domain.OrderEvent.ReviewStarted;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepUndone;
import dev.tradewind.testkit.DeciderSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a suspicion does to an order, wherever it finds it. */
class SuspicionTest {

  private static final Suspect ANOTHER = new Suspect(List.of("velocity", "amount"), "3 times the usual total");
  private static final FraudSuspected SUSPECTED_ANOTHER = new FraudSuspected(ANOTHER.rules(), ANOTHER.detail());

  static Stream<DeciderSpec<Order, OrderCommand, OrderEvent>> everyStepUnderWay() {
    return Stream.of(Orders.placed(), Orders.reserved(), Orders.authorized(), Orders.arranged(),
        Orders.reserved().given(new AttentionNeeded(AUTHORIZE_PAYMENT, "authorize-payment-unanswered")));
  }

  static Stream<DeciderSpec<Order, OrderCommand, OrderEvent>> everyOrderThatEndsOrIsUndone() {
    return Stream.of(
        Orders.placed().given(new StepFailed(RESERVE_STOCK, "out-of-stock"), new OrderEvent.OrderRejected()),
        Orders.placed().given(new CancellationRequested("customer", Requester.CUSTOMER)),
        Orders.reserved().given(new StepFailed(AUTHORIZE_PAYMENT, "declined")),
        Orders.reserved().given(new StepFailed(AUTHORIZE_PAYMENT, "declined"), new AttentionNeeded(RESERVE_STOCK, "undo-unanswered")),
        Orders.reserved().given(new StepFailed(AUTHORIZE_PAYMENT, "declined"), new StepUndone(RESERVE_STOCK), new OrderEvent.OrderCancelled()),
        Orders.confirmed().given(new CompensationStarted("customer", false)),
        Orders.dispatched().given(new OrderEvent.OrderDelivered()));
  }

  @ParameterizedTest
  @MethodSource("everyStepUnderWay")
  void an_order_whose_saga_is_under_way_is_held_up_at_once_and_told_to_be_in_review(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.at(second(6)).when(SUSPECT)
        .thenEvents(SUSPECTED, new ReviewStarted())
        .thenMessages(new OrderInReview(document(OrderState.IN_REVIEW, "suspected")))
        .thenWakesAt(REVIEWED_BY)
        .thenState("IN_REVIEW", held -> held.state() == OrderState.IN_REVIEW);
  }

  @Test
  void of_a_confirmed_order_shipping_is_asked_first_and_until_it_answers_the_order_goes_on() {
    Orders.confirmed().when(SUSPECT)
        .thenEvents(SUSPECTED, new HoldAsked())
        .thenMessages(HOLD)
        .thenNeverWakes()
        .thenState("CONFIRMED", order -> order.state() == OrderState.CONFIRMED);
  }

  @Test
  void once_the_parcel_is_held_it_is_in_review() {
    holdAsked().at(second(6)).when(new ReportHeld())
        .thenEvents(new ReviewStarted())
        .thenMessages(new OrderInReview(document(OrderState.IN_REVIEW, "suspected")))
        .thenWakesAt(REVIEWED_BY)
        .thenState("IN_REVIEW", order -> order.state() == OrderState.IN_REVIEW);
  }

  @Test
  void when_it_is_too_late_to_hold_the_parcel_the_suspicion_is_kept_and_nobody_is_held_up() {
    holdAsked().at(second(6)).when(new ReportHoldRefused("already-dispatched"))
        .thenEvents(new HoldRefused("already-dispatched"))
        .thenMessages()
        .thenState("CONFIRMED", order -> order.state() == OrderState.CONFIRMED && order.explanation().isEmpty())
        .at(second(7)).when(new ReportDispatched())
        .thenMessages(new OrderDispatched(document(OrderState.DISPATCHED)));
  }

  @Test
  void a_dispatch_heard_of_before_the_answer_makes_the_answer_say_nothing_new() {
    var dispatched = holdAsked().given(new OrderEvent.OrderDispatched());

    dispatched.when(new ReportHoldRefused("already-dispatched")).thenNothing();
    dispatched.when(new ReportHeld()).thenNothing();
  }

  /** The carrier decides whether it has the parcel: shipping may have held it while the carrier took it. */
  @Test
  void a_parcel_that_leaves_although_it_was_held_ends_the_review() {
    holdAsked().given(new ReviewStarted()).at(second(9)).when(new ReportDispatched())
        .thenEvents(new OrderEvent.OrderDispatched())
        .thenMessages(new OrderDispatched(document(OrderState.DISPATCHED)))
        .thenState("DISPATCHED", order -> order.state() == OrderState.DISPATCHED)
        .when(new ReportHeld()).thenNothing();
  }

  @Test
  void an_answer_about_a_hold_that_nobody_asked_for_changes_nothing() {
    Orders.confirmed().when(new ReportHeld()).thenNothing();
    Orders.confirmed().when(new ReportHoldRefused("already-dispatched")).thenNothing();
    Orders.placed().when(new ReportHeld()).thenNothing();
  }

  @ParameterizedTest
  @MethodSource("everyOrderThatEndsOrIsUndone")
  void what_ended_or_is_being_undone_is_beyond_suspicion(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.when(SUSPECT).thenNothing();
  }

  @Test
  void an_order_on_its_way_goes_on_and_its_history_says_what_was_suspected() {
    Orders.dispatched().when(SUSPECT)
        .thenEvents(SUSPECTED).thenMessages()
        .thenState("DISPATCHED", order -> order.state() == OrderState.DISPATCHED)
        .when(SUSPECT).thenNothing();
  }

  @Test
  void the_same_suspicion_again_changes_nothing() {
    Orders.reserved().when(SUSPECT).when(SUSPECT).thenNothing();
    Orders.confirmed().when(SUSPECT).when(SUSPECT).thenNothing();
    holdAsked().given(new HoldRefused("already-dispatched")).when(SUSPECT).thenNothing();
  }

  @Test
  void another_rule_that_fires_meanwhile_is_kept_and_asks_for_nothing() {
    Orders.reserved().when(SUSPECT).when(ANOTHER).thenEvents(SUSPECTED_ANOTHER).thenMessages().thenNeverWakes()
        .thenState("in review for both", order -> order.review().isOpen() && order.review().knows(List.of("amount", "velocity")))
        .when(new Suspect(List.of("amount"), "again")).thenNothing();
    holdAsked().when(ANOTHER).thenEvents(SUSPECTED_ANOTHER).thenMessages();
  }

  @Test
  void an_order_that_was_never_placed_is_not_made_by_a_suspicion() {
    Orders.unplaced().when(SUSPECT).thenNothing();
    Orders.unplaced().given(new PlacementExpired()).when(SUSPECT).thenNothing();
  }

  @Test
  void a_cancellation_that_overtakes_the_answer_to_the_hold_makes_it_say_nothing_new() {
    var cancelled = holdAsked().given(new CompensationStarted("customer", false));

    cancelled.when(new ReportHeld()).thenNothing();
    cancelled.when(new ReportHoldRefused("already-dispatched")).thenNothing();
    cancelled.given(new OrderEvent.UndoRefused(ARRANGE_SHIPMENT, "already-dispatched"))
        .when(new ReportHoldRefused("already-dispatched")).thenNothing();
  }

  private static DeciderSpec<Order, OrderCommand, OrderEvent> holdAsked() {
    return Orders.confirmed().given(SUSPECTED, new HoldAsked());
  }
}
