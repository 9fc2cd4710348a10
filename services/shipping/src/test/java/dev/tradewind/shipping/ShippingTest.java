package dev.tradewind.shipping;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.tradewind.contracts.Address;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.contracts.shipping.ArrangeShipment;
import dev.tradewind.contracts.shipping.CancelShipment;
import dev.tradewind.contracts.shipping.HoldShipment;
import dev.tradewind.contracts.shipping.ResumeShipment;
import dev.tradewind.core.Command;
import dev.tradewind.core.Dispatcher;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.shipping.carrier.Depot;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The whole service over the local cloud: messages come by its queues, parcels move at the stand-in carrier, state is read over HTTP. */
@QuarkusTest
class ShippingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject
  Dispatcher dispatcher;

  @Inject
  SqsAsyncClient sqs;

  @Inject
  JsonCodec codec;

  @ConfigProperty(name = "tradewind.carrier.url")
  String url;

  private final String orderId = UUID.randomUUID().toString();

  @Test
  void a_confirmed_order_is_handed_over_and_delivered() {
    ask(1, arrange("Hamburg"));
    awaitState("ARRANGED");
    get("/v1/shipments/{id}", orderId).then().statusCode(200)
        .header("ETag", "\"1\"").body("orderId", equalTo(orderId)).body("trackingNumber", startsWith("TW"));

    tell(confirmed());

    awaitState("DELIVERED");
    get("/v1/shipments/{id}", orderId).then().header("ETag", "\"3\"");
    assertThat(new Depot(url).entries(orderId)).isEqualTo(3);
  }

  @Test
  void a_confirmation_that_comes_twice_sends_one_parcel() {
    ask(1, arrange("Hamburg"));
    awaitState("ARRANGED");

    var confirmed = confirmed();
    tell(confirmed);
    tell(confirmed);

    awaitState("DELIVERED");
    assertThat(new Depot(url).entries(orderId)).isEqualTo(3);
  }

  @Test
  void a_lost_answer_books_once() {
    ask(1, arrange("Lostville"));

    awaitState("ARRANGED");
    assertThat(new Depot(url).entries(orderId)).isOne();
  }

  @Test
  void a_cancellation_that_comes_first_wins() {
    ask(2, new CancelShipment(orderId));
    awaitState("CANCELLED");
    ask(1, arrange("Hamburg"));

    await().atMost(PATIENCE).until(() -> get("/v1/shipments/{id}", orderId).header("ETag").equals("\"2\""));
    assertThat(new Depot(url).status(orderId)).isEqualTo("cancelled");
  }

  @Test
  void a_parcel_that_is_held_waits_until_it_is_resumed() {
    ask(1, arrange("Hamburg"));
    awaitState("ARRANGED");
    ask(2, new HoldShipment(orderId));
    awaitState("HELD");
    tell(confirmed());

    ask(3, new ResumeShipment(orderId));

    awaitState("DELIVERED");
    get("/v1/shipments/{id}", orderId).then().header("ETag", "\"5\"");
  }

  @Test
  void a_shipment_nobody_asked_for_is_a_problem() {
    get("/v1/shipments/{id}", orderId).then().statusCode(404)
        .contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:shipment-not-found"));
  }

  private Command arrange(String city) {
    return new ArrangeShipment(orderId, new Address("A. Customer", "1 Quay", city, "20457", "DE"), List.of(new Quantity("SKU-1", 1)));
  }

  private Message confirmed() {
    return message(7, new OrderConfirmed(new OrderDocument(
        orderId, "c-1", "CONFIRMED", Optional.empty(), new Money(100, "EUR"), List.of(new OrderLine("SKU-1", 1, 100)),
        Optional.empty(), Optional.empty())));
  }

  private void ask(int nth, Command command) {
    dispatcher.dispatch(List.of(message(nth, command))).await().atMost(Duration.ofSeconds(10));
  }

  /** As the orders topic brings it to our queue. */
  private void tell(Message message) {
    sqs.getQueueUrl(queue -> queue.queueName("tradewind-shipping-events"))
        .thenCompose(queue -> sqs.sendMessage(send -> send.queueUrl(queue.queueUrl()).messageBody(codec.write(message))))
        .join();
  }

  private Message message(int nth, Payload data) {
    return new Message(
        "order/" + orderId + "/" + nth + "/0", "/tradewind/orders", "order/" + orderId, nth, Instant.now(), "test", orderId, "", Optional.empty(), data);
  }

  private void awaitState(String state) {
    await().atMost(PATIENCE).until(() -> state.equals(get("/v1/shipments/{id}", orderId).path("state")));
  }
}
