package dev.tradewind.inventory.messaging;

import static dev.tradewind.inventory.messaging.Wire.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.Quantity;
import dev.tradewind.contracts.inventory.ReleaseStock;
import dev.tradewind.contracts.inventory.ReserveStock;
import dev.tradewind.contracts.inventory.StockRejected;
import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.contracts.orders.OrderConfirmed;
import dev.tradewind.contracts.orders.OrderDocument;
import dev.tradewind.contracts.payments.CapturePayment;
import dev.tradewind.core.Message;
import dev.tradewind.core.Payload;
import dev.tradewind.inventory.domain.Token;
import dev.tradewind.inventory.grouping.StockStore;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class InventoryMessagesTest {

  private static final String COMMANDS = "tradewind-inventory-commands";
  private static final String EVENTS = "tradewind-inventory-events";

  private final String sku = "SKU-" + UUID.randomUUID().toString().toUpperCase();
  private final String order = UUID.randomUUID().toString();

  @Inject
  Wire wire;

  @Inject
  StockStore store;

  @BeforeEach
  void ten_units_have_arrived() {
    given().contentType("application/json").header("Idempotency-Key", "k").body("{\"warehouse\":\"eu-1\",\"quantity\":10}")
        .post("/v1/stock/" + sku + "/receipts").then().statusCode(201);
  }

  @Test
  void an_order_is_reserved_and_then_sold() {
    command("order/" + order + "/1/0", new ReserveStock(order, List.of(new Quantity(sku, 3))));
    eventually().untilAsserted(() -> assertThat(payloads()).containsExactly(new StockReserved(order, List.of(new Quantity(sku, 3)))));
    assertThat(available()).isEqualTo(7);

    var confirmed = new OrderDocument(order, "c-1", "CONFIRMED", Optional.empty(), new Money(300, "EUR"), List.of(), Optional.empty(), Optional.empty());
    wire.send(EVENTS, "order/" + order + "/5/0", order, new OrderConfirmed(confirmed));

    eventually().untilAsserted(() -> assertThat(token().map(Token::state)).contains(Token.State.SOLD));
    assertThat(available()).isEqualTo(7);
  }

  @Test
  void a_command_that_is_delivered_three_times_takes_stock_once_and_is_answered_alike() {
    IntStream.range(0, 3).forEach(i -> command("order/" + order + "/1/0", new ReserveStock(order, List.of(new Quantity(sku, 3)))));

    eventually().untilAsserted(() -> assertThat(payloads()).contains(new StockReserved(order, List.of(new Quantity(sku, 3)))));

    command("order/" + order + "/4/0", new ReleaseStock(order));

    eventually().untilAsserted(() -> assertThat(payloads()).contains(new StockReleased(order)));
    assertThat(new HashSet<>(payloads())).containsExactlyInAnyOrder(new StockReserved(order, List.of(new Quantity(sku, 3))), new StockReleased(order));
    assertThat(available()).as("given back once, so taken once").isEqualTo(10);
  }

  @Test
  void what_is_not_there_is_rejected() {
    command("order/" + order + "/1/0", new ReserveStock(order, List.of(new Quantity(sku, 11))));

    eventually().untilAsserted(() -> assertThat(payloads()).containsExactly(new StockRejected(order, "out-of-stock", List.of(sku))));
    assertThat(available()).isEqualTo(10);
  }

  @Test
  void an_undo_that_overtakes_its_do_makes_it_fail() {
    command("order/" + order + "/4/0", new ReleaseStock(order));
    eventually().untilAsserted(() -> assertThat(payloads()).containsExactly(new StockReleased(order)));

    command("order/" + order + "/1/0", new ReserveStock(order, List.of(new Quantity(sku, 3))));

    eventually().untilAsserted(() -> assertThat(payloads())
        .containsExactly(new StockReleased(order), new StockRejected(order, "released", List.of())));
    assertThat(available()).isEqualTo(10);
  }

  @Test
  void an_undo_gives_everything_back() {
    command("order/" + order + "/1/0", new ReserveStock(order, List.of(new Quantity(sku, 3))));
    eventually().untilAsserted(() -> assertThat(payloads()).hasSize(1));

    command("order/" + order + "/4/0", new ReleaseStock(order));

    eventually().untilAsserted(() -> assertThat(payloads()).endsWith(new StockReleased(order)));
    assertThat(available()).isEqualTo(10);
  }

  @Test
  void what_cannot_be_understood_is_dead_with_a_reason_and_holds_up_nobody() {
    wire.sendText(COMMANDS, "not a message " + order);
    wire.send(COMMANDS, "order/" + order + "/2/0", order, new CapturePayment(order));
    wire.send(COMMANDS, "order/" + order + "/3/0", order, new ReserveStock(order, List.of()));
    command("order/" + order + "/1/0", new ReserveStock(order, List.of(new Quantity(sku, 1))));

    eventually().untilAsserted(() -> assertThat(payloads()).hasSize(1));
    eventually().untilAsserted(() -> assertThat(wire.dead()).filteredOn(letter -> letter.body().contains(order)).hasSize(3)
        .allSatisfy(letter -> assertThat(letter.attributes()).containsKey("reason")));
    assertThat(wire.dead()).filteredOn(letter -> letter.body().contains("CapturePayment"))
        .allSatisfy(letter -> assertThat(letter.attributes().get("reason").stringValue())
            .contains("inventory-commands takes ReserveStock and ReleaseStock"));
  }

  @Test
  void many_orders_for_the_last_units_get_exactly_those() {
    var orders = IntStream.range(0, 60).mapToObj(i -> UUID.randomUUID().toString()).toList();
    orders.forEach(id -> wire.send(COMMANDS, "order/" + id + "/1/0", id, new ReserveStock(id, List.of(new Quantity(sku, 1)))));

    eventually().untilAsserted(() -> assertThat(wire.told(orders).stream().map(Message::correlationId).distinct()).hasSize(60));
    assertThat(wire.told(orders).stream().map(Message::data).distinct().filter(StockReserved.class::isInstance)).hasSize(10);
    assertThat(wire.told(orders).stream().map(Message::data).distinct().filter(StockRejected.class::isInstance)).hasSize(50);
    assertThat(available()).isZero();
  }

  @Test
  void every_log_line_is_about_its_own_order_although_they_share_transactions() {
    var orders = IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID().toString()).toList();
    try (var lines = LogLines.of("tradewind.stock")) {
      orders.forEach(id -> wire.send(COMMANDS, "order/" + id + "/1/0", id, new ReserveStock(id, List.of(new Quantity(sku, 1)))));
      eventually().untilAsserted(() -> assertThat(lines.about(orders)).hasSizeGreaterThanOrEqualTo(40));

      assertThat(lines.about(orders)).allSatisfy(line -> assertThat(line.text()).contains("stock/" + line.orderId()));
    }
  }

  private void command(String id, Payload data) {
    wire.send(COMMANDS, id, order, data);
  }

  private List<Payload> payloads() {
    return wire.told(List.of(order)).stream().map(Message::data).toList();
  }

  private Optional<Token> token() {
    return store.token(order).await().atMost(Duration.ofSeconds(10));
  }

  private int available() {
    return given().get("/v1/stock/" + sku).then().statusCode(200).extract().path("available");
  }
}
