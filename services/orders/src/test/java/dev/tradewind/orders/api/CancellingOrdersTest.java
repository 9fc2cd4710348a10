package dev.tradewind.orders.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A customer cancels; an operator decides. */
@QuarkusTest
class CancellingOrdersTest {

  @Test
  void a_cancellation_is_accepted_and_waits_for_the_step_under_way() {
    var id = OrdersApi.place();
    OrdersApi.cancel(id, OrdersApi.newKey()).then().statusCode(202).body("orderId", equalTo(id)).body("reason", equalTo("customer"));
    OrdersApi.history(id).body("steps[1].events[0].type", equalTo("CancellationRequested"))
        .body("steps[1].events[0].data.by", equalTo("CUSTOMER"));
  }

  @Test
  void it_is_kept_who_asked_for_it() {
    var id = OrdersApi.place();
    OrdersApi.withKey(OrdersApi.newKey()).contentType("application/json").body("{\"by\": \"OPERATOR\"}")
        .post("/v1/orders/{id}/cancel", id).then().statusCode(202).body("reason", equalTo("operator"));
    OrdersApi.history(id).body("steps[1].events[0].data.by", equalTo("OPERATOR"));
  }

  @Test
  void a_reason_is_kept() {
    var id = OrdersApi.place();
    OrdersApi.withKey(OrdersApi.newKey()).contentType("application/json").body("{\"reason\": \"too-slow\"}")
        .post("/v1/orders/{id}/cancel", id).then().statusCode(202).body("reason", equalTo("too-slow"));
  }

  @Test
  void a_reason_that_is_no_code_is_named() {
    OrdersApi.withKey(OrdersApi.newKey()).contentType("application/json").body("{\"reason\": \"I do not like it!\"}")
        .post("/v1/orders/{id}/cancel", OrdersApi.place()).then()
        .statusCode(400).body("violations.field", hasItem("reason")).body("violations.rule", hasItem(containsString("1 to 64")));
  }

  @Test
  void the_same_cancellation_again_gets_the_same_answer_and_changes_nothing() {
    var id = OrdersApi.place();
    var key = OrdersApi.newKey();
    var first = OrdersApi.cancel(id, key).then().statusCode(202).extract().asString();

    assertThat(OrdersApi.cancel(id, key).then().statusCode(202).extract().asString()).isEqualTo(first);
    assertThat(OrdersApi.version(id)).isEqualTo(2);
  }

  @Test
  void a_second_cancellation_under_another_key_changes_nothing() {
    var id = OrdersApi.place();
    OrdersApi.cancel(id, OrdersApi.newKey()).then().statusCode(202);
    OrdersApi.cancel(id, OrdersApi.newKey()).then().statusCode(202).body("version", is(2));
  }

  @Test
  void an_order_that_goes_on_by_itself_is_not_resolved() {
    OrdersApi.resolve(OrdersApi.place(), "{\"decision\": \"RETRY\"}").then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:no-attention-needed"));
  }

  @Test
  void a_decision_is_one_of_two_words() {
    var id = OrdersApi.place();
    for (var wrong : new String[] {"\"GIVE_UP\"", "0", "\"\"", "{}"}) {
      OrdersApi.resolve(id, "{\"decision\": " + wrong + "}").then()
          .statusCode(400).body("violations.field", hasItem("decision")).body("violations.rule", hasItem("must be one of RETRY, UNDO"));
    }
    OrdersApi.resolve(id, "{}").then().statusCode(400).body("violations.rule", hasItem("is required"));
  }
}
