package dev.tradewind.notifications;

import static dev.tradewind.notifications.webhook.Consumer.status;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.orders.OrderLine;
import dev.tradewind.core.Message;
import dev.tradewind.core.wire.JsonCodec;
import dev.tradewind.notifications.domain.NotificationIds;
import dev.tradewind.notifications.webhook.Consumer;
import dev.tradewind.notifications.webhook.Verifier;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** The whole service over the local cloud: news come by its queue, and leave to a consumer on this machine and into the outbox. */
@QuarkusTest
class NotificationsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject
  SqsAsyncClient sqs;

  @Inject
  JsonCodec codec;

  private final Consumer consumer = new Consumer();
  private final String orderId = UUID.randomUUID().toString();
  private final String customer = "c-" + orderId;

  @AfterEach
  void close() {
    consumer.close();
  }

  @Test
  void news_reach_a_webhook_with_a_valid_signature_and_the_whole_order() {
    var secret = register("/hook").path("secret").toString();

    tell(confirmed());

    await().atMost(PATIENCE).until(() -> consumer.calls("/hook").size() == 1);
    var call = consumer.calls("/hook").getFirst();
    assertThat(Verifier.with(secret).accepts(call)).isTrue();
    assertThat(call.headers()).containsEntry("content-type", "application/json").doesNotContainKey("traceparent");
    assertThat(call.body()).startsWith("{\"type\":\"order.confirmed\",\"timestamp\":\"").contains("\"data\":{\"orderId\":\"" + orderId + "\"");
    awaitStatus(call.headers().get("webhook-id"), "DELIVERED");
  }

  @Test
  void a_consumer_that_fails_twice_gets_the_same_message_until_it_takes_it() {
    register("/moody");
    consumer.at("/moody", status(500), status(302, "location", consumer.url("/elsewhere")), status(200));

    tell(confirmed());

    await().atMost(PATIENCE).until(() -> consumer.calls("/moody").size() == 3);
    assertThat(consumer.calls("/moody")).extracting(call -> call.headers().get("webhook-id")).containsOnly(deliveryId("/moody"));
    assertThat(consumer.calls("/moody")).extracting(Consumer.Call::body).containsOnly(consumer.calls("/moody").getFirst().body());
    assertThat(consumer.calls("/elsewhere")).as("redirects are not followed").isEmpty();
    awaitStatus(deliveryId("/moody"), "DELIVERED");
    get("/v1/deliveries/{id}", deliveryId("/moody")).then().body("attempts", equalTo(3)).body("lastOutcome", equalTo("200"));
  }

  @Test
  void a_consumer_that_is_gone_is_switched_off() {
    register("/gone");
    consumer.at("/gone", status(410));

    tell(confirmed());

    await().atMost(PATIENCE).until(() -> "OFF".equals(get("/v1/customers/{c}/webhooks/{w}", customer, webhookId("/gone")).path("status")));
    awaitStatus(deliveryId("/gone"), "DROPPED");
    register("/still-there");
    tell(confirmed(2));
    await().atMost(PATIENCE).until(() -> !consumer.calls("/still-there").isEmpty());
    post("/v1/deliveries/{id}/redeliver", deliveryId("/gone")).then().statusCode(409)
        .body("type", equalTo("urn:tradewind:problem:nobody-to-tell"));
    assertThat(consumer.calls("/gone")).hasSize(1);
  }

  @Test
  void a_consumer_that_hangs_holds_up_nobody_and_is_given_up() {
    register("/hangs");
    register("/quick");
    consumer.at("/hangs", consumer.hang());

    tell(confirmed());

    await().atMost(PATIENCE).until(() -> !consumer.calls("/quick").isEmpty());
    awaitStatus(deliveryId("/hangs"), "GIVEN_UP");
    get("/v1/deliveries/{id}", deliveryId("/hangs")).then().body("attempts", equalTo(4)).body("lastOutcome", equalTo("timeout"));

    consumer.at("/hangs", status(200));
    post("/v1/deliveries/{id}/redeliver", deliveryId("/hangs")).then().statusCode(200).body("status", equalTo("DELIVERED"));
  }

  @Test
  void news_that_come_twice_are_told_under_one_id() {
    register("/once");
    var confirmed = confirmed();

    tell(confirmed);
    tell(confirmed);
    tell(confirmed(2));

    await().atMost(PATIENCE).until(() -> consumer.calls("/once").size() >= 2);
    awaitStatus(NotificationIds.delivery(customer, Optional.of(webhookId("/once")), "order/" + orderId + "/2/0"), "DELIVERED");
    assertThat(consumer.calls("/once").stream().map(call -> call.headers().get("webhook-id")).distinct()).hasSize(2);
  }

  @Test
  void a_rotated_secret_signs_with_the_old_one_for_a_while() {
    var before = register("/rotated").path("secret").toString();
    var after = post("/v1/customers/{c}/webhooks/{w}/secret", customer, webhookId("/rotated")).then().statusCode(200)
        .extract().path("secret").toString();

    post("/v1/customers/{c}/webhooks/{w}/test", customer, webhookId("/rotated")).then().statusCode(200).body("status", equalTo("DELIVERED"));

    var call = consumer.calls("/rotated").getFirst();
    assertThat(call.body()).contains("\"type\":\"webhook.test\"");
    assertThat(before).isNotEqualTo(after);
    assertThat(Verifier.with(before).accepts(call)).isTrue();
    assertThat(Verifier.with(after).accepts(call)).isTrue();
  }

  @Test
  void a_mail_is_in_the_outbox_under_the_name_of_its_delivery() throws IOException {
    given().contentType(ContentType.JSON).header("Idempotency-Key", "mail").body(Map.of("email", "someone@shop.example"))
        .put("/v1/customers/{c}/contact", customer).then().statusCode(200);

    tell(confirmed());

    var mail = Path.of("target/outbox", NotificationIds.delivery(customer, Optional.empty(), "order/" + orderId + "/1/0") + ".eml");
    await().atMost(PATIENCE).until(() -> Files.exists(mail));
    assertThat(Files.readString(mail))
        .contains("To: someone@shop.example", "Subject: Your order " + orderId + " is confirmed", "2 x SKU-1  2.50 EUR");
  }

  @Test
  void metrics_show_no_url() {
    register("/private-path");
    tell(confirmed());
    awaitStatus(deliveryId("/private-path"), "DELIVERED");

    assertThat(get("/q/metrics").asString())
        .contains("tradewind_attempts_total{outcome=\"Arrived\",way=\"webhook\"}", "tradewind_deliveries_total{outcome=\"delivered\"}")
        .doesNotContain("private-path", "127.0.0.1:" + consumer.port());
  }

  private Response register(String path) {
    var response = given().contentType(ContentType.JSON).header("Idempotency-Key", path).body(Map.of("url", consumer.url(path)))
        .post("/v1/customers/{c}/webhooks", customer);
    response.then().statusCode(201).body("webhookId", equalTo(webhookId(path)));
    return response;
  }

  private static Response post(String path, Object... parameters) {
    return given().contentType(ContentType.JSON).header("Idempotency-Key", UUID.randomUUID()).post(path, parameters);
  }

  private String webhookId(String path) {
    return NotificationIds.webhook(customer, path);
  }

  private String deliveryId(String path) {
    return NotificationIds.delivery(customer, Optional.of(webhookId(path)), "order/" + orderId + "/1/0");
  }

  private static void awaitStatus(String deliveryId, String status) {
    await().atMost(PATIENCE).until(() -> status.equals(get("/v1/deliveries/{id}", deliveryId).path("status")));
  }

  private Message confirmed() {
    return confirmed(1);
  }

  private Message confirmed(int nth) {
    var order = new OrderDocument(orderId, customer, "CONFIRMED", Optional.empty(), new Money(250, "EUR"),
        List.of(new OrderLine("SKU-1", 2, 125)), Optional.empty(), Optional.empty());
    return new Message("order/" + orderId + "/" + nth + "/0", "/tradewind/orders", "order/" + orderId, nth, Instant.now(), "test", orderId, "",
        Optional.empty(), new OrderConfirmed(order));
  }

  /** As the orders topic brings it to our queue. */
  private void tell(Message message) {
    sqs.getQueueUrl(queue -> queue.queueName("tradewind-notifications-events"))
        .thenCompose(queue -> sqs.sendMessage(send -> send.queueUrl(queue.queueUrl()).messageBody(codec.write(message))))
        .join();
  }
}
