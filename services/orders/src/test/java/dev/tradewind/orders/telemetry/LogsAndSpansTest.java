package dev.tradewind.orders.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.payments.PaymentDeclined;
import dev.tradewind.core.Message;
import dev.tradewind.orders.api.OrdersApi;
import dev.tradewind.orders.messaging.Partners;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is logged and traced leads from an order to everything about it, and gives nothing away. */
@QuarkusTest
@TestProfile(EverySpan.class)
class LogsAndSpansTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
  private static final String[] SECRETS = {"tok_secret_4242", "Recipient", "Harbour Street", "Bremen", "28195", "shipTo", "unitPrice"};

  @Inject
  Partners partners;

  @Inject
  Spans spans;

  private LogLines lines;

  @BeforeEach
  void listen() {
    lines = LogLines.listening();
  }

  @AfterEach
  void stop() {
    lines.close();
  }

  @Test
  void every_line_about_an_order_says_which_order_and_which_trace() {
    var id = livedThrough();

    assertThat(lines.about(id)).hasSizeGreaterThanOrEqualTo(3).allSatisfy(line -> {
      assertThat(line.fields()).containsEntry("orderId", id);
      assertThat(line.fields().get("traceId")).as(line.toString()).matches("[0-9a-f]{32}");
    });
  }

  @Test
  void every_line_of_a_delivery_says_which_message() {
    var id = OrdersApi.place();
    var answer = partners.answer(id, new StockReserved(id, List.of()));
    partners.send(answer);
    await().atMost(SOON).until(() -> OrdersApi.state(id).equals("STOCK_RESERVED"));

    assertThat(lines.about(id)).filteredOn(line -> line.text().contains("cause=" + answer.id())).isNotEmpty()
        .allSatisfy(line -> assertThat(line.fields()).containsEntry("messageId", answer.id()));
    assertThat(lines.about(id)).filteredOn(line -> line.text().contains("cause=request/place")).isNotEmpty()
        .allSatisfy(line -> assertThat(line.fields()).doesNotContainKey("messageId"));
  }

  @Test
  void neither_card_nor_name_nor_address_nor_body_is_in_any_line() {
    livedThrough();
    given().header("Idempotency-Key", "k").contentType("application/json").body("{\"paymentMethod\": \"tok_secret_4242\", nonsense")
        .post("/v1/orders").then().statusCode(400);
    partners.sendText("{\"paymentMethod\": \"tok_secret_4242\", nonsense", "nonsense");
    await().atMost(SOON).until(() -> !lines.about("dead-lettered").isEmpty());

    assertThat(lines.all()).isNotEmpty().allSatisfy(line -> assertThat(line.toString()).doesNotContain(SECRETS));
  }

  @Test
  void neither_is_in_any_span() {
    var id = livedThrough();
    await().atMost(SOON).until(() -> spans.all().stream().anyMatch(span -> span.toString().contains(id)));

    assertThat(spans.all()).allSatisfy(span -> assertThat(span.toString()).doesNotContain(SECRETS));
  }

  @Test
  void the_trace_a_client_sends_is_the_trace_of_the_commit_and_of_what_it_sends() {
    var id = placedWithin(PARENT);

    OrdersApi.history(id).body("steps[0].traceparent", startsWith("00-" + TRACE));
    var sent = new ArrayList<Message>();
    await().atMost(SOON).until(() -> sent.addAll(partners.taken("inventory-commands", id)));
    assertThat(sent).allSatisfy(message -> assertThat(message.traceparent()).startsWith("00-" + TRACE));
    assertThat(lines.about(id)).filteredOn(line -> line.text().contains("cause=request/place")).isNotEmpty()
        .allSatisfy(line -> assertThat(line.fields()).containsEntry("traceId", TRACE));
  }

  @Test
  void a_delivery_is_a_span_within_the_trace_of_its_message() {
    var id = OrdersApi.place();
    var answer = partners.answer(id, new StockReserved(id, List.of()));
    partners.send(answer);

    await().atMost(SOON).untilAsserted(() -> assertThat(spans.ofTrace(TRACE))
        .filteredOn(span -> span.getKind() == SpanKind.CONSUMER)
        .anySatisfy(span -> {
          assertThat(span.getName()).isEqualTo("process orders-events");
          assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
          assertThat(span.getAttributes().asMap().toString()).contains(id, answer.id(), "tradewind.inventory.StockReserved.v1");
        }));
  }

  private String livedThrough() {
    var id = OrdersApi.place();
    partners.tell(id, new StockReserved(id, List.of()));
    await().atMost(SOON).until(() -> OrdersApi.state(id).equals("STOCK_RESERVED"));
    partners.tell(id, new PaymentDeclined(id, "declined"));
    await().atMost(SOON).until(() -> OrdersApi.state(id).equals("CANCELLING"));
    return id;
  }

  private static String placedWithin(String traceparent) {
    return given().header("traceparent", traceparent).header("Idempotency-Key", OrdersApi.newKey())
        .contentType("application/json").body(OrdersApi.GOOD).post("/v1/orders").then().statusCode(202).extract().path("orderId");
  }
}
