package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.ARRANGE_SHIPMENT;
import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.CAPTURE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.ARRANGE;
import static dev.tradewind.orders.domain.Orders.AUTHORIZE;
import static dev.tradewind.orders.domain.Orders.CANCEL_SHIPMENT;
import static dev.tradewind.orders.domain.Orders.CAPTURE;
import static dev.tradewind.orders.domain.Orders.RELEASE;
import static dev.tradewind.orders.domain.Orders.RESERVE;
import static dev.tradewind.orders.domain.Orders.VOID;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderCancelled;
import dev.tradewind.contracts.orders.OrderNeedsAttention;
import dev.tradewind.core.Command;
import dev.tradewind.orders.domain.OrderCommand.ReportUndone;
import dev.tradewind.orders.domain.OrderCommand.Wake;
import dev.tradewind.orders.domain.OrderEvent.AttentionNeeded;
import dev.tradewind.orders.domain.OrderEvent.CompensationStarted;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepRetried;
import dev.tradewind.testkit.DeciderSpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody answers: the step is asked for again, and after its last attempt undone or shown to a person. */
class TimeoutsTest {

  private static final Wake WAKE = new Wake();

  static Stream<Arguments> everyStep() {
    return Stream.of(
        Arguments.of(RESERVE_STOCK, Orders.placed(), RESERVE, 0, 10, 5),
        Arguments.of(AUTHORIZE_PAYMENT, Orders.reserved(), AUTHORIZE, 1, 20, 5),
        Arguments.of(ARRANGE_SHIPMENT, Orders.authorized(), ARRANGE, 2, 120, 3),
        Arguments.of(CAPTURE_PAYMENT, Orders.arranged(), CAPTURE, 3, 20, 6));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyStep")
  void every_attempt_but_the_last_is_followed_by_another_with_a_deadline_of_its_own(
      String step, DeciderSpec<Order, OrderCommand, OrderEvent> order, Command command, int asked, int within, int attempts) {
    var now = asked;
    var patience = within;
    for (int attempt = 2; attempt <= attempts; attempt++) {
      now += patience;
      patience *= 2;
      order = order.at(second(now)).when(WAKE)
          .thenEvents(new StepRetried(step, attempt))
          .thenMessages(command)
          .thenWakesAt(second(now + patience))
          .at(second(now));
    }
    var after = order.at(second(now + patience)).when(WAKE);
    after.thenState("no further attempt", exhausted ->
        exhausted.progress().needsAttention() || exhausted.state() == OrderState.CANCELLING);
  }

  @Test
  void an_answer_starts_the_next_step_with_all_its_attempts() {
    Orders.placed().given(new StepRetried(RESERVE_STOCK, 2), new StepRetried(RESERVE_STOCK, 3)).when(Orders.STOCK_RESERVED)
        .thenState("attempt 1", order -> order.progress().attempt() == 1);
  }

  @Test
  void stock_that_never_answers_is_released_in_case_it_was_reserved_and_the_order_cancelled() {
    exhausted(Orders.placed(), RESERVE_STOCK, 5).at(second(400)).when(WAKE)
        .thenEvents(new CompensationStarted("reserve-stock-timed-out", true))
        .thenMessages(RELEASE)
        .thenWakesAt(second(410))
        .at(second(401)).when(new ReportUndone(RESERVE_STOCK))
        .thenMessages(new OrderCancelled(document(OrderState.CANCELLED, "reserve-stock-timed-out")));
  }

  @Test
  void a_carrier_who_never_answers_is_cancelled_first() {
    exhausted(Orders.authorized(), ARRANGE_SHIPMENT, 3).at(second(10_000)).when(WAKE)
        .thenEvents(new CompensationStarted("arrange-shipment-timed-out", true))
        .thenMessages(CANCEL_SHIPMENT)
        .at(second(1001)).when(new ReportUndone(ARRANGE_SHIPMENT))
        .thenMessages(VOID);
  }

  @Test
  void a_payment_that_never_answers_is_neither_repeated_nor_undone_but_shown_to_a_person() {
    exhausted(Orders.reserved(), AUTHORIZE_PAYMENT, 5).at(second(1000)).when(WAKE)
        .thenEvents(new AttentionNeeded(AUTHORIZE_PAYMENT, "authorize-payment-unanswered"))
        .thenMessages(new OrderNeedsAttention(document(OrderState.NEEDS_ATTENTION, "authorize-payment-unanswered")))
        .thenNeverWakes();
  }

  @Test
  void a_capture_that_never_answers_too() {
    exhausted(Orders.arranged(), CAPTURE_PAYMENT, 6).at(second(10_000)).when(WAKE)
        .thenEvents(new AttentionNeeded(CAPTURE_PAYMENT, "capture-payment-unanswered"))
        .thenMessages(new OrderNeedsAttention(document(OrderState.NEEDS_ATTENTION, "capture-payment-unanswered")));
  }

  @Test
  void an_undo_is_asked_for_again_as_often_as_its_step() {
    undoing().at(second(20)).when(WAKE)
        .thenEvents(new StepRetried(RESERVE_STOCK, 2))
        .thenMessages(RELEASE)
        .thenWakesAt(second(40));
  }

  @Test
  void an_undo_that_is_never_answered_is_not_dropped_but_shown_to_a_person() {
    exhausted(undoing(), RESERVE_STOCK, 5).at(second(1000)).when(WAKE)
        .thenEvents(new AttentionNeeded(RESERVE_STOCK, "reserve-stock-undo-unanswered"))
        .thenMessages(new OrderNeedsAttention(document(OrderState.NEEDS_ATTENTION, "reserve-stock-undo-unanswered")));
  }

  private static DeciderSpec<Order, OrderCommand, OrderEvent> undoing() {
    return Orders.reserved().given(new StepFailed(AUTHORIZE_PAYMENT, "declined"));
  }

  private static DeciderSpec<Order, OrderCommand, OrderEvent> exhausted(
      DeciderSpec<Order, OrderCommand, OrderEvent> order, String step, int attempts) {
    return order.given(IntStream.rangeClosed(2, attempts).mapToObj(attempt -> new StepRetried(step, attempt)).toList());
  }
}
