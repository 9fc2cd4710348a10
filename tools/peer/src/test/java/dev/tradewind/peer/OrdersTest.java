package dev.tradewind.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

  private final FakeDynamo dynamo = new FakeDynamo();
  private final List<Letter> sent = new ArrayList<>();
  private final Transactions transactions = new Transactions(dynamo, ServiceName.ORDERS, sent::addAll, InstantSource.fixed(NOW));
  private final Orders orders = new Orders(new StateTable(dynamo, "peer-orders"), transactions, InstantSource.fixed(NOW));

  @Test
  void placing_asks_for_the_stock_of_every_line() {
    String id = orders.place("k-1", body());

    Message asked = Message.parse(sent.getFirst().body());
    assertThat(asked.kind()).isEqualTo(Kind.RESERVE_STOCK);
    assertThat(asked.orderId()).isEqualTo(id);
    assertThat(asked.data()).isEqualTo(Json.read("{\"lines\":[{\"sku\":\"A\",\"quantity\":2},{\"sku\":\"B\",\"quantity\":1}]}"));
    assertThat(orders.view(id).orElseThrow().path("state").asText()).isEqualTo("RESERVING");
  }

  @Test
  void the_same_customer_and_key_are_the_same_order() {
    assertThat(orders.place("k-1", body())).isEqualTo(orders.place("k-1", body())).isNotEqualTo(orders.place("k-2", body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"customerId", "currency", "lines", "paymentMethod", "shipTo"})
  void a_missing_field_is_named(String field) {
    ObjectNode body = body();
    body.remove(field);

    assertThatIllegalArgumentException().isThrownBy(() -> orders.place("k-1", body)).withMessageContaining(field);
    assertThat(dynamo.transactions).isEmpty();
  }

  @Test
  void stock_reserved_asks_for_the_money_of_all_lines() {
    Change change = orders.handle(answer(Kind.STOCK_RESERVED, orders.place("k-1", body())));

    assertThat(only(change)).isEqualTo(Kind.AUTHORIZE_PAYMENT);
    assertThat(Json.write(change.outgoing().getFirst().message().data()))
        .isEqualTo("{\"amount\":1297,\"currency\":\"EUR\",\"method\":\"tok_approved\"}");
  }

  @Test
  void the_time_of_confirmation_and_the_reason_of_a_refusal_are_kept() {
    String id = orders.place("k-1", body());
    List.of(Kind.STOCK_RESERVED, Kind.PAYMENT_AUTHORIZED, Kind.SHIPMENT_ARRANGED, Kind.PAYMENT_CAPTURED).forEach(kind -> write(answer(kind, id)));
    assertThat(orders.view(id).orElseThrow().path("confirmedAt").asText()).isEqualTo("2026-01-01T00:00:00.123Z");

    String refused = orders.place("k-2", body());
    write(new Message("m", Kind.STOCK_REJECTED, refused, Json.object().put("reason", "out-of-stock")));
    assertThat(orders.view(refused).orElseThrow()).isEqualTo(
        Json.object().put("orderId", refused).put("state", "REJECTED").put("reason", "out-of-stock"));
  }

  @Test
  void an_answer_that_nobody_waits_for_is_only_remembered() {
    assertThat(orders.handle(answer(Kind.PAYMENT_CAPTURED, orders.place("k-1", body())))).isEqualTo(Change.none());
  }

  @Test
  void an_answer_to_an_order_that_is_not_there_fails() {
    assertThatThrownBy(() -> orders.handle(answer(Kind.STOCK_RESERVED, "nobody"))).hasMessageContaining("nobody");
    assertThat(orders.view("nobody")).isEmpty();
  }

  private void write(Message message) {
    assertThat(transactions.write(message.id() + message.orderId() + message.kind(), orders.handle(message))).isEqualTo(Transactions.Outcome.WRITTEN);
  }

  private static Kind only(Change change) {
    assertThat(change.outgoing()).hasSize(1);
    return change.outgoing().getFirst().message().kind();
  }

  private static Message answer(Kind kind, String orderId) {
    return new Message("m", kind, orderId, Json.object());
  }

  private static ObjectNode body() {
    return Json.read("""
        {"customerId":"c-1","currency":"EUR","lines":[{"sku":"A","quantity":2,"unitPrice":499},{"sku":"B","quantity":1,"unitPrice":299}],
        "paymentMethod":"tok_approved","shipTo":{"name":"Customer 1","country":"DE"}}""");
  }
}
