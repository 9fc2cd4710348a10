package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients who know the gateway and nothing else, while what stands behind it comes and goes. Two instances of each service stand there. */
@OnStage(value = "edge", instances = 2,
    services = {"gateway", "orders", "inventory", "payments", "shipping", "queries", "notifications", "insights", "catalog"})
class EdgeIT {

  private static final int CALLS = 15;

  private final Stage stage;
  private final GatewayApi operator;
  private String sku;

  EdgeIT(Stage stage) {
    this.stage = stage;
    this.operator = stage.gateway("role=operator");
  }

  /** A product that catalog has told orders of, and that is in stock. */
  @BeforeEach
  void product() {
    sku = Stock.sku("EDGE");
    sold("Thing of " + sku, NewOrder.UNIT_PRICE);
    operator.post("/v1/stock/" + sku + "/receipts", "stock-" + sku, Map.of("warehouse", "eu-1", "quantity", 100_000));
    Stage.eventually().until(() -> operator.place(NewOrder.of(sku, 1)).status() == 202);
  }

  @Test
  void aCustomerSeesAnOrderWithAllThatBelongsToItAndNobodyElseSeesIt() {
    NewOrder wanted = NewOrder.of(sku, 2);
    GatewayApi customer = stage.gateway("customer=" + wanted.customerId());
    String order = placed(customer.place(wanted));

    Stage.eventually().until(() -> customer.get("/v1/orders/" + order).json().path("state").asText().equals("DELIVERED"));
    JsonNode shown = customer.get("/v1/orders/" + order).json();
    assertThat(shown.at("/products/" + sku + "/name").asText()).isEqualTo("Thing of " + sku);
    assertThat(shown.at("/payment/state").asText()).isEqualTo("CAPTURED");
    assertThat(shown.at("/shipment/state").asText()).isEqualTo("DELIVERED");
    Stage.eventually().until(() -> customer.get("/v1/customers/" + wanted.customerId() + "/orders").body().contains(order));

    GatewayApi other = stage.gateway("customer=somebody-else");
    assertThat(other.get("/v1/orders/" + order).status()).isEqualTo(404);
    assertThat(other.cancel(order, "mine-now").status()).isEqualTo(404);
    assertThat(other.get("/v1/customers/" + wanted.customerId() + "/orders").status()).isIn(403, 404);
    assertThat(stage.stranger().get("/v1/orders/" + order).status()).isEqualTo(401);
  }

  @Test
  void noCallFailsWhenAnInstanceOfOneServiceAfterTheOtherIsKilledNorWhenOneComesBack() {
    Deque<String> away = new ArrayDeque<>();
    try (Visitors visitors = visitors()) {
      visitors.awaitCalls(CALLS);
      for (String service : List.of("inventory", "payments", "shipping", "queries", "notifications", "insights", "catalog", "orders")) {
        stage.platform().kill(service + "-2");
        away.push(service + "-2");
        visitors.awaitCalls(CALLS);
        assertThat(visitors.complaints()).as("when an instance of %s was killed", service).isEmpty();
      }
      stage.platform().start(away.pop());
      visitors.awaitCalls(CALLS);
      assertThat(visitors.complaints()).as("when one was back").isEmpty();
    } finally {
      away.forEach(stage.platform()::start);
    }
  }

  @Test
  void noCallFailsWhenAnInstanceStopsOrWhenCloudMapIsAway() {
    try (Visitors visitors = visitors()) {
      visitors.awaitCalls(CALLS);
      stage.platform().stop("orders-2");
      visitors.awaitCalls(CALLS);
      stage.platform().start("orders-2");
      stage.cloudOfTheGateway().cut();
      visitors.awaitCalls(CALLS);
      stage.cloudOfTheGateway().mend();
      visitors.awaitCalls(CALLS);
      assertThat(visitors.complaints()).isEmpty();
    }
  }

  @Test
  void whatStandsStillIsToldAsUnavailableAndKeepsNobodyFromOrdering() {
    String order = placed(operator.place(NewOrder.of(sku, 1)));
    List<String> still = List.of("payments", "payments-2", "catalog", "catalog-2");
    still.forEach(name -> stage.signal(name, "STOP"));
    try {
      assertThat(operator.place(NewOrder.of(sku, 1)).status()).isEqualTo(202);
      Answer shown = operator.get("/v1/orders/" + order);
      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.json().at("/payment/unavailable").asText()).isNotBlank();
      assertThat(shown.json().at("/shipment/unavailable").isMissingNode()).isTrue();
    } finally {
      still.forEach(name -> stage.signal(name, "CONT"));
    }
    Stage.eventually().until(() -> operator.get("/v1/orders/" + order).json().at("/payment/state").asText().equals("CAPTURED"));
  }

  @Test
  void aNewPriceIsShownAndAskedForAndAnAcceptedOrderKeepsItsOwn() {
    String order = placed(operator.place(NewOrder.of(sku, 1)));
    Stage.eventually().until(() -> operator.get("/v1/products/" + sku).status() == 200);

    sold("Dearer " + sku, NewOrder.UNIT_PRICE + 1);

    Stage.eventually().until(() -> operator.get("/v1/products/" + sku).json().path("name").asText().equals("Dearer " + sku));
    Stage.eventually().until(() -> operator.place(NewOrder.of(sku, 1)).status() == 422);
    assertThat(operator.get("/v1/orders/" + order).json().at("/total/amount").asLong()).isEqualTo(NewOrder.UNIT_PRICE);
  }

  private void sold(String name, long price) {
    operator.put("/v1/products/" + sku, "put-" + sku + "-" + price, Map.of("name", name, "description", "", "active", true,
        "prices", List.of(Map.of("amount", price, "currency", "EUR"))));
  }

  private Visitors visitors() {
    NewOrder first = NewOrder.of(sku, 1);
    String order = placed(operator.place(first));
    Stage.eventually().until(() -> operator.get("/v1/orders/" + order).json().path("state").asText().equals("DELIVERED"));
    Map<String, Supplier<Answer>> wishes = new LinkedHashMap<>();
    wishes.put("show", () -> operator.get("/v1/orders/" + order));
    wishes.put("history", () -> operator.get("/v1/orders/" + order + "/history"));
    wishes.put("list", () -> operator.get("/v1/customers/" + first.customerId() + "/orders"));
    wishes.put("stock", () -> operator.get("/v1/stock/" + sku));
    wishes.put("product", () -> operator.get("/v1/products/" + sku));
    wishes.put("webhooks", () -> operator.get("/v1/customers/" + first.customerId() + "/webhooks"));
    wishes.put("recommendations", () -> operator.get("/v1/insights/recommendations/" + sku));
    wishes.put("place", () -> operator.place(NewOrder.of(sku, 1)));
    return new Visitors(wishes);
  }

  private static String placed(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().path("orderId").asText();
  }
}
