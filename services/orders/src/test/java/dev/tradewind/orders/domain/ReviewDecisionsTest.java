package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.Orders.ARRANGE;
import static dev.tradewind.orders.domain.Orders.AUTHORIZE;
import static dev.tradewind.orders.domain.Orders.CANCEL_SHIPMENT;
import static dev.tradewind.orders.domain.Orders.RELEASE;
import static dev.tradewind.orders.domain.Orders.RESUME;
import static dev.tradewind.orders.domain.Orders.SUSPECT;
import static dev.tradewind.orders.domain.Orders.SUSPECTED;
import static dev.tradewind.orders.domain.Orders.VOID;
import static dev.tradewind.orders.domain.Orders.confirmedInReview;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.held;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderReviewReleased;
import dev.tradewind.orders.domain.OrderCommand.DecideReview;
import dev.tradewind.orders.domain.OrderCommand.ReportHeld;
import dev.tradewind.orders.domain.OrderCommand.ReportUndoRefused;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderCommand.Suspect;
import dev.tradewind.orders.domain.OrderCommand.Verdict;
import dev.tradewind.orders.domain.OrderCommand.Wake;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CancellationRequested;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.FraudSuspected;
import dev.tradewind.orders.domain.OrderEvent.HoldAsked;
import dev.tradewind.orders.domain.OrderEvent.HoldRefused;
import dev.tradewind.orders.domain.OrderEvent.ReviewReleased;
import dev.tradewind.orders.domain.OrderEvent.StepRetried;
import dev.tradewind.orders.domain.OrderEvent.UndoRefused;
import dev.tradewind.testkit.DeciderSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator releases an order in review or cancels it. Each decision arms a deadline: nobody delivers a request again. */
class ReviewDecisionsTest {

  private static final DecideReview DECIDED_RELEASE = new DecideReview(Verdict.RELEASE);
  private static final DecideReview DECIDED_CANCEL = new DecideReview(Verdict.CANCEL);
  private static final CancellationRequested FRAUD = new CancellationRequested("fraud", Requester.OPERATOR);
  private static final CompensationStarted UNDO_IT = new CompensationStarted("fraud", false);

  @Nested
  class Released {

    @Test
    void before_the_step_under_way_answered_it_is_asked_for_again_as_if_for_the_first_time() {
      held(Orders.reserved().given(new StepRetried(AUTHORIZE_PAYMENT, 2))).at(second(900)).when(DECIDED_RELEASE)
          .thenEvents(new ReviewReleased())
          .thenMessages(AUTHORIZE, new OrderReviewReleased(document(OrderState.STOCK_RESERVED)))
          .thenWakesAt(second(920))
          .thenState("attempt 1", order -> order.progress().attempt() == 1)
          .at(second(920)).when(new Wake()).thenEvents(new StepRetried(AUTHORIZE_PAYMENT, 2));
    }

    @Test
    void after_it_answered_the_next_step_is_asked_for() {
      held(Orders.reserved()).given(Orders.AUTHORIZED).at(second(900)).when(DECIDED_RELEASE)
          .thenEvents(new ReviewReleased())
          .thenMessages(ARRANGE, new OrderReviewReleased(document(OrderState.PAYMENT_AUTHORIZED)))
          .thenWakesAt(second(1020))
          .at(second(901)).when(Orders.SHIPMENT_ARRANGED).thenEvents(Orders.ARRANGED);
    }

    @Test
    void after_the_last_step_it_is_confirmed() {
      held(Orders.arranged()).given(Orders.CAPTURED).at(second(900)).when(DECIDED_RELEASE)
          .thenEvents(new ReviewReleased(), new OrderEvent.OrderConfirmed())
          .thenMessages(new OrderReviewReleased(document(OrderState.CONFIRMED)), new OrderConfirmed(document(OrderState.CONFIRMED)))
          .thenWakesAt(second(910))
          .at(second(910)).when(new Wake()).thenNothing();
    }

    @Test
    void when_it_was_confirmed_before_the_parcel_is_let_go_and_nobody_hears_of_a_second_confirmation() {
      confirmedInReview().at(second(900)).when(DECIDED_RELEASE)
          .thenEvents(new ReviewReleased())
          .thenMessages(new OrderReviewReleased(document(OrderState.CONFIRMED)), RESUME)
          .thenWakesAt(second(910))
          .at(second(910)).when(new Wake()).thenNothing();
    }

    @Test
    void what_needed_attention_needs_it_still_and_nothing_is_asked() {
      held(unanswered()).at(second(900)).when(DECIDED_RELEASE)
          .thenEvents(new ReviewReleased())
          .thenMessages(new OrderReviewReleased(document(OrderState.NEEDS_ATTENTION, "authorize-payment-unanswered")))
          .thenWakesAt(second(910))
          .at(second(910)).when(new Wake()).thenNothing();
    }

    @Test
    void it_is_released_for_good_whichever_rule_fires_afterwards() {
      var released = confirmedInReview().given(new ReviewReleased());
      var another = new Suspect(List.of("amount"), "3 times the usual total");

      released.when(SUSPECT).thenNothing();
      released.when(another).thenEvents(new FraudSuspected(another.rules(), another.detail())).thenMessages()
          .thenState("CONFIRMED", order -> order.state() == OrderState.CONFIRMED);
      released.when(new ReportHeld()).thenNothing();
      released.when(DECIDED_RELEASE).thenRefuses("not-in-review");
      released.when(DECIDED_CANCEL).thenRefuses("not-in-review");
    }
  }

  @Nested
  class Cancelled {

    @Test
    void the_step_under_way_is_waited_for_then_everything_is_undone() {
      held(Orders.reserved()).at(second(900)).when(DECIDED_CANCEL)
          .thenEvents(FRAUD).thenMessages().thenWakesAt(second(910))
          .at(second(901)).when(Orders.PAYMENT_AUTHORIZED)
          .thenEvents(Orders.AUTHORIZED, UNDO_IT).thenMessages(VOID);
    }

    @Test
    void a_step_under_way_that_does_not_answer_is_asked_for_again() {
      held(Orders.reserved()).at(second(900)).when(DECIDED_CANCEL).at(second(910)).when(new Wake())
          .thenEvents(new StepRetried(AUTHORIZE_PAYMENT, 2)).thenMessages(AUTHORIZE).thenWakesAt(second(950));
    }

    @Test
    void between_two_steps_everything_is_undone_at_once() {
      held(Orders.placed()).given(Orders.RESERVED).at(second(900)).when(DECIDED_CANCEL)
          .thenEvents(FRAUD, UNDO_IT).thenMessages(RELEASE).thenWakesAt(second(910))
          .at(second(901)).when(new ReportUndone(OrderSaga.RESERVE_STOCK))
          .thenMessages(new OrderCancelled(document(OrderState.CANCELLED, "fraud")));
    }

    @Test
    void after_the_last_step_and_after_the_confirmation_the_parcel_is_stopped_first() {
      Stream.of(held(Orders.arranged()).given(Orders.CAPTURED), confirmedInReview()).forEach(order ->
          order.at(second(900)).when(DECIDED_CANCEL)
              .thenEvents(FRAUD, UNDO_IT).thenMessages(CANCEL_SHIPMENT).thenWakesAt(second(1020))
              .at(second(901)).when(new ReportUndone(ARRANGE_SHIPMENT)).thenMessages(Orders.REFUND));
    }

    @Test
    void when_the_carrier_has_the_parcel_after_all_the_order_stands() {
      confirmedInReview().given(FRAUD, UNDO_IT).when(new ReportUndoRefused(ARRANGE_SHIPMENT, "already-dispatched"))
          .thenEvents(new UndoRefused(ARRANGE_SHIPMENT, "already-dispatched"))
          .thenState("CONFIRMED", order -> order.state() == OrderState.CONFIRMED);
    }

    @Test
    void what_needed_attention_still_waits_for_its_answer() {
      held(unanswered()).at(second(900)).when(DECIDED_CANCEL)
          .thenEvents(FRAUD).thenMessages().thenWakesAt(second(910))
          .thenState("NEEDS_ATTENTION", order -> order.state() == OrderState.NEEDS_ATTENTION);
    }
  }

  static Stream<DeciderSpec<Order, OrderCommand, OrderEvent>> everyOrderNotInReview() {
    return Stream.of(Orders.placed(), Orders.reserved(), Orders.confirmed(), Orders.dispatched(), unanswered(),
        Orders.confirmed().given(SUSPECTED, new HoldAsked()),
        Orders.confirmed().given(SUSPECTED, new HoldAsked(), new HoldRefused("already-dispatched")),
        confirmedInReview().given(new OrderEvent.OrderDispatched()),
        confirmedInReview().given(new CompensationStarted("customer", false)),
        held(Orders.reserved()).given(new CancellationRequested("customer", Requester.CUSTOMER)));
  }

  @ParameterizedTest
  @MethodSource("everyOrderNotInReview")
  void there_is_nothing_to_decide_about_an_order_that_is_not_in_review(DeciderSpec<Order, OrderCommand, OrderEvent> order) {
    order.when(DECIDED_RELEASE).thenRefuses("not-in-review");
    order.when(DECIDED_CANCEL).thenRefuses("not-in-review");
  }

  @Test
  void nor_about_one_that_was_never_placed() {
    Orders.unplaced().when(DECIDED_CANCEL).thenNothing();
  }

  private static DeciderSpec<Order, OrderCommand, OrderEvent> unanswered() {
    return Orders.reserved().given(new AttentionNeeded(AUTHORIZE_PAYMENT, "authorize-payment-unanswered"));
  }
}
