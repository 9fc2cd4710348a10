package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.OrderSaga.AUTHORIZE_PAYMENT;
import static dev.tradewind.orders.domain.OrderSaga.RESERVE_STOCK;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.orders.domain.OrderCommand.Wake;
import dev.tradewind.orders.domain.OrderEvent.PlacementExpired;
import dev.tradewind.orders.domain.OrderEvent.StepFailed;
import dev.tradewind.orders.domain.OrderEvent.StepRetried;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A deadline says only: look again. One that is outstanding is enough, as long as it does not come too late. */
class DeadlinesTest {

  private static final Wake WAKE = new Wake();

  @Test
  void a_deadline_that_comes_too_early_waits_until_something_is_due() {
    Orders.placed().when(WAKE).thenWaitsUntil(second(10));
  }

  @Test
  void a_deadline_of_an_earlier_step_waits_for_the_current_one() {
    Orders.reserved().at(second(10)).when(WAKE).thenWaitsUntil(second(21));
  }

  @Test
  void a_deadline_exactly_on_time_is_due() {
    Orders.placed().at(second(10)).when(WAKE).thenEvents(new StepRetried(RESERVE_STOCK, 2));
  }

  @Test
  void a_deadline_a_nanosecond_early_is_not() {
    Orders.placed().at(second(10).minusNanos(1)).when(WAKE).thenWaitsUntil(second(10));
  }

  @Test
  void a_deadline_that_comes_days_late_does_what_it_would_have_done_in_time() {
    Orders.placed().at(second(500_000)).when(WAKE).thenEvents(new StepRetried(RESERVE_STOCK, 2)).thenWakesAt(second(500_020));
  }

  @Test
  void a_second_deadline_for_the_same_moment_waits_for_the_attempt_that_the_first_led_to() {
    Orders.placed().at(second(10)).when(WAKE).when(WAKE).thenWaitsUntil(second(30));
  }

  @Test
  void while_one_is_outstanding_and_comes_first_no_other_is_armed() {
    Orders.placed().when(Orders.STOCK_RESERVED)
        .thenNeverWakes()
        .thenState("the first is still outstanding", order -> order.progress().armed().equals(second(10)));
  }

  @Test
  void when_the_outstanding_one_has_passed_the_next_step_arms_its_own() {
    Orders.reserved().at(second(15)).when(Orders.PAYMENT_AUTHORIZED).thenWakesAt(second(135));
  }

  @Test
  void when_the_outstanding_one_comes_too_late_an_earlier_one_is_armed() {
    Orders.reserved().at(second(15)).when(Orders.PAYMENT_AUTHORIZED)
        .at(second(16)).when(Orders.SHIPMENT_ARRANGED)
        .thenWakesAt(second(36));
  }

  @Test
  void an_order_at_rest_has_none_outstanding() {
    Orders.arranged().when(Orders.PAYMENT_CAPTURED)
        .thenState("none", order -> order.progress().armed().equals(Instant.EPOCH));
  }

  @Test
  void a_deadline_after_the_end_does_nothing() {
    Orders.confirmed().at(second(10)).when(WAKE).thenNothing();
    Orders.dispatched().at(second(10)).when(WAKE).thenNothing();
    Orders.placed().given(new StepFailed(RESERVE_STOCK, "out-of-stock"), new OrderEvent.OrderRejected())
        .at(second(10)).when(WAKE).thenNothing();
  }

  @Test
  void a_deadline_that_finds_no_order_stands_in_the_way_of_one_that_is_committed_behind_it() {
    Orders.unplaced().at(second(10)).when(WAKE).thenEvents(new PlacementExpired()).thenMessages().thenNeverWakes();
  }

  @Test
  void the_order_is_placed_all_the_same_and_watched_by_a_deadline_of_its_own() {
    Orders.unplaced().given(new PlacementExpired()).at(second(15)).when(Orders.PLACE)
        .thenState("placed", order -> order.placed().isPresent() && order.progress().armed().equals(second(25)))
        .thenWakesAt(second(25));
  }

  @Test
  void a_deadline_is_due_by_the_last_attempt_not_by_the_first() {
    Orders.reserved().at(second(21)).when(WAKE)
        .thenEvents(new StepRetried(AUTHORIZE_PAYMENT, 2))
        .at(second(60)).when(WAKE).thenWaitsUntil(second(61));
  }
}
