package dev.tradewind.orders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.payments.PaymentAuthorized;
import dev.tradewind.contracts.payments.PaymentCaptured;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.contracts.shipping.ShipmentArranged;
import dev.tradewind.contracts.shipping.ShipmentDelivered;
import dev.tradewind.contracts.shipping.ShipmentDispatched;
import dev.tradewind.core.Event;
import dev.tradewind.core.Message;
import dev.tradewind.orders.api.OrdersApi;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders driven through the real queues, by answers as the others send them. */
@QuarkusTest
class SagaOverSqsTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Money MONEY = new Money(4848, "EUR");

  @Inject
  Partners partners;

  @Test
  void an_order_goes_all_the_way() {
    var id = OrdersApi.place();

    answered(id, new StockReserved(id, List.of()), "STOCK_RESERVED");
    answered(id, new PaymentAuthorized(id, MONEY), "PAYMENT_AUTHORIZED");
    answered(id, new ShipmentArranged(id, "TRACK-7"), "SHIPMENT_ARRANGED");
    answered(id, new PaymentCaptured(id, MONEY), "CONFIRMED");
    answered(id, new ShipmentDispatched(id, "TRACK-7"), "DISPATCHED");
    answered(id, new ShipmentDelivered(id, "TRACK-7"), "DELIVERED");

    OrdersApi.show(id).body("trackingNumber", equalTo("TRACK-7"));
    OrdersApi.history(id).body("steps.events.flatten().type", hasItems("OrderPlaced", "StepCompleted", "OrderConfirmed", "OrderDelivered"));
    OrdersApi.cancel(id, OrdersApi.newKey()).then().statusCode(409).body("type", equalTo("urn:tradewind:problem:already-dispatched"));
  }

  @Test
  void out_of_stock_rejects_the_order() {
    var id = OrdersApi.place();
    answered(id, new StockRejected(id, "out-of-stock", List.of("MUG")), "REJECTED");
    OrdersApi.show(id).body("reason", equalTo("out-of-stock"));
  }

  @Test
  void a_declined_payment_cancels_it_once_the_stock_is_back() {
    var id = OrdersApi.place();
    answered(id, new StockReserved(id, List.of()), "STOCK_RESERVED");
    answered(id, new PaymentDeclined(id, "declined"), "CANCELLING");
    answered(id, new StockReleased(id), "CANCELLED");
    OrdersApi.show(id).body("reason", equalTo("declined"));
  }

  @Test
  void a_cancellation_turns_round_at_the_next_answer() {
    var id = OrdersApi.place();
    OrdersApi.cancel(id, OrdersApi.newKey()).then().statusCode(202);
    answered(id, new StockReserved(id, List.of()), "CANCELLING");
    answered(id, new StockReleased(id), "CANCELLED");
  }

  @Test
  void an_answer_delivered_three_times_counts_once() {
    var id = OrdersApi.place();
    var answer = partners.answer(id, new StockReserved(id, List.of()));

    partners.send(answer);
    partners.send(answer);
    partners.send(answer);
    // It comes last, so the repeats were handled when it was: only a version too many would show.
    await().atMost(SOON).until(() -> OrdersApi.state(id).equals("STOCK_RESERVED"));
    await().atMost(SOON).until(() -> partners.waiting("orders-events") == 0);

    OrdersApi.history(id).body("steps.findAll { it.cause == '" + answer.id() + "' }.size()", equalTo(1));
    assertThat(OrdersApi.state(id)).isEqualTo("STOCK_RESERVED");
  }

  @Test
  void an_answer_that_comes_before_its_turn_is_no_answer() {
    var id = OrdersApi.place();
    partners.tell(id, new PaymentCaptured(id, MONEY));
    partners.tell(id, new StockReleased(id));
    answered(id, new StockReserved(id, List.of()), "STOCK_RESERVED");
    await().atMost(SOON).until(() -> partners.waiting("orders-events") == 0);
    assertThat(OrdersApi.state(id)).isEqualTo("STOCK_RESERVED");
  }

  @Test
  void an_answer_about_an_order_nobody_placed_is_acknowledged() {
    partners.tell("2bac7820-f492-59be-9de6-5d1c331b5b4f", new StockReserved("2bac7820-f492-59be-9de6-5d1c331b5b4f", List.of()));
    await().atMost(SOON).until(() -> partners.waiting("orders-events") == 0);
    OrdersApi.show("2bac7820-f492-59be-9de6-5d1c331b5b4f").statusCode(404);
  }

  @Test
  void what_is_asked_for_arrives_in_the_queue_of_the_service_that_does_it() {
    var id = OrdersApi.place();
    var arrived = new ArrayList<Message>();
    await().atMost(SOON).until(() -> arrived.addAll(partners.taken("inventory-commands", id)));

    assertThat(arrived.getFirst().data()).isInstanceOf(ReserveStock.class);
    assertThat(arrived.getFirst().id()).isEqualTo("order/" + id + "/1/0");
    assertThat(arrived.getFirst().source()).isEqualTo("/tradewind/orders");
    assertThat(arrived.getFirst().causationId()).isEqualTo("request/place");
  }

  private void answered(String orderId, Event answer, String state) {
    partners.tell(orderId, answer);
    await().atMost(SOON).untilAsserted(() -> assertThat(OrdersApi.state(orderId)).isEqualTo(state));
  }
}
