package dev.tradewind.orders.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** An order and its history, as a client sees them. */
@QuarkusTest
class ReadingOrdersTest {

  @Test
  void an_order_has_a_tag_that_names_its_version() {
    OrdersApi.show(OrdersApi.place()).statusCode(200).header("ETag", equalTo("\"1\""));
  }

  @Test
  void an_order_the_client_knows_already_is_not_sent_again() {
    var id = OrdersApi.place();
    var answer = given().header("If-None-Match", "\"1\"").get("/v1/orders/{id}", id);
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body().asString()).isEmpty();
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void an_order_that_has_changed_is_sent() {
    var id = OrdersApi.place();
    OrdersApi.cancel(id, OrdersApi.newKey()).then().statusCode(202).header("ETag", equalTo("\"2\""));
    given().header("If-None-Match", "\"1\"").get("/v1/orders/{id}", id).then()
        .statusCode(200).header("ETag", equalTo("\"2\"")).body("version", is(2));
  }

  @Test
  void what_is_not_known_yet_is_null() {
    OrdersApi.show(OrdersApi.place()).body("reason", nullValue()).body("trackingNumber", nullValue());
  }

  @Test
  void neither_card_nor_address_is_ever_shown() {
    var id = OrdersApi.place();
    OrdersApi.show(id).body(not(containsString(Requests.CARD))).body(not(containsString("Harbour")));
  }

  @Test
  void the_history_shows_each_step_with_its_cause_and_time() {
    var id = OrdersApi.place();
    OrdersApi.history(id).statusCode(200)
        .body("orderId", equalTo(id))
        .body("steps.size()", is(1))
        .body("steps[0].version", is(1))
        .body("steps[0].cause", equalTo("request/place"))
        .body("steps[0].traceparent", startsWith("00-"))
        .body("steps[0].at", containsString("T"))
        .body("steps[0].events[0].type", equalTo("OrderPlaced"))
        .body("steps[0].events[0].data.customerId", equalTo("c-1"));
  }

  @Test
  void the_history_hides_the_card_and_the_fingerprint() {
    var text = OrdersApi.history(OrdersApi.place()).statusCode(200).extract().asString();
    assertThat(text).doesNotContain(Requests.CARD);
    assertThat(JsonPath.from(text).getMap("steps[0].events[0].data")).doesNotContainKeys("method", "fingerprint");
  }

  @Test
  void the_contract_is_served() {
    given().accept("application/json").get("/openapi").then().statusCode(200)
        .body("paths", hasKey("/v1/orders"))
        .body("paths", hasKey("/v1/orders/{orderId}"))
        .body("paths", hasKey("/v1/orders/{orderId}/history"))
        .body("paths", hasKey("/v1/orders/{orderId}/cancel"));
  }
}
