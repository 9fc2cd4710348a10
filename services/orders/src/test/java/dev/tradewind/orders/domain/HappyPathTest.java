package dev.tradewind.orders.domain;

import static dev.tradewind.orders.domain.Orders.ARRANGE;
import static dev.tradewind.orders.domain.Orders.ARRANGED;
import static dev.tradewind.orders.domain.Orders.AUTHORIZE;
import static dev.tradewind.orders.domain.Orders.AUTHORIZED;
import static dev.tradewind.orders.domain.Orders.CAPTURE;
import static dev.tradewind.orders.domain.Orders.CAPTURED;
import static dev.tradewind.orders.domain.Orders.PAYMENT_AUTHORIZED;
import static dev.tradewind.orders.domain.Orders.PAYMENT_CAPTURED;
import static dev.tradewind.orders.domain.Orders.PLACE;
import static dev.tradewind.orders.domain.Orders.PLACED;
import static dev.tradewind.orders.domain.Orders.RESERVE;
import static dev.tradewind.orders.domain.Orders.RESERVED;
import static dev.tradewind.orders.domain.Orders.SHIPMENT_ARRANGED;
import static dev.tradewind.orders.domain.Orders.STOCK_RESERVED;
import static dev.tradewind.orders.domain.Orders.document;
import static dev.tradewind.orders.domain.Orders.second;

import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDelivered;
import dev.tradewind.contracts.orders.OrderDispatched;
import dev.tradewind.contracts.orders.OrderPlaced;
import dev.tradewind.orders.domain.OrderCommand.ReportDelivered;
import dev.tradewind.orders.domain.OrderCommand.ReportDispatched;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way that is hoped for, one step after the other. */
class HappyPathTest {

  @Test
  void placing_an_order_asks_for_stock_announces_it_and_arms_the_deadline_of_the_first_step() {
    Orders.unplaced().when(PLACE)
        .thenEvents(PLACED)
        .thenMessages(RESERVE, new OrderPlaced(document(OrderState.PLACED)))
        .thenWakesAt(second(10))
        .thenCallsNothing()
        .thenState("PLACED", order -> order.state() == OrderState.PLACED);
  }

  @Test
  void stock_reserved_asks_for_the_payment_of_the_total() {
    Orders.placed().when(STOCK_RESERVED)
        .thenEvents(RESERVED)
        .thenMessages(AUTHORIZE)
        .thenNeverWakes()
        .thenState("STOCK_RESERVED", order -> order.state() == OrderState.STOCK_RESERVED);
  }

  @Test
  void payment_authorized_asks_for_a_shipment_of_every_line() {
    Orders.reserved().when(PAYMENT_AUTHORIZED)
        .thenEvents(AUTHORIZED)
        .thenMessages(ARRANGE)
        .thenNeverWakes()
        .thenState("PAYMENT_AUTHORIZED", order -> order.state() == OrderState.PAYMENT_AUTHORIZED);
  }

  @Test
  void shipment_arranged_keeps_the_tracking_number_and_asks_for_the_money() {
    Orders.authorized().when(SHIPMENT_ARRANGED)
        .thenEvents(ARRANGED)
        .thenMessages(CAPTURE)
        .thenNeverWakes()
        .thenState("SHIPMENT_ARRANGED", order -> order.state() == OrderState.SHIPMENT_ARRANGED)
        .thenState("the tracking number", order -> order.trackingNumber().equals(Optional.of("TRACK-1")));
  }

  @Test
  void payment_captured_confirms_the_order_in_the_same_commit_and_waits_for_nothing() {
    Orders.arranged().when(PAYMENT_CAPTURED)
        .thenEvents(CAPTURED, new OrderEvent.OrderConfirmed())
        .thenMessages(new OrderConfirmed(document(OrderState.CONFIRMED)))
        .thenNeverWakes()
        .thenState("CONFIRMED", order -> order.state() == OrderState.CONFIRMED)
        .thenState("the tracking number is still known", order -> order.trackingNumber().isPresent());
  }

  @Test
  void a_parcel_handed_over_is_announced() {
    Orders.confirmed().when(new ReportDispatched())
        .thenEvents(new OrderEvent.OrderDispatched())
        .thenMessages(new OrderDispatched(document(OrderState.DISPATCHED)))
        .thenNeverWakes()
        .thenState("DISPATCHED, which is no end", order -> !order.state().isEnd());
  }

  @Test
  void a_parcel_that_arrived_is_the_end() {
    Orders.dispatched().when(new ReportDelivered())
        .thenEvents(new OrderEvent.OrderDelivered())
        .thenMessages(new OrderDelivered(document(OrderState.DELIVERED)))
        .thenNeverWakes()
        .thenState("DELIVERED, an end", order -> order.state() == OrderState.DELIVERED && order.state().isEnd());
  }

  @Test
  void the_whole_way_in_one_go_ends_delivered() {
    Orders.unplaced().when(PLACE)
        .at(second(1)).when(STOCK_RESERVED)
        .at(second(2)).when(PAYMENT_AUTHORIZED)
        .at(second(3)).when(SHIPMENT_ARRANGED)
        .at(second(4)).when(PAYMENT_CAPTURED)
        .at(second(90)).when(new ReportDispatched())
        .at(second(3600)).when(new ReportDelivered())
        .thenState("DELIVERED with nothing left to wait for", order -> order.state() == OrderState.DELIVERED && order.reason().isEmpty());
  }
}
