package dev.tradewind.orders.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.tradewind.orders.domain.OrderIds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An order is accepted once, however often it is sent. */
@QuarkusTest
class PlacingOrdersTest {

  @Test
  void a_good_order_is_accepted_and_where_it_can_be_watched_is_said() {
    var key = OrdersApi.newKey();
    var id = OrderIds.of("c-1", key);

    OrdersApi.place(key, Requests.JSON).then()
        .statusCode(202)
        .header("Location", endsWith("/v1/orders/" + id))
        .body("orderId", equalTo(id))
        .body("status", equalTo("ACCEPTED"));

    OrdersApi.show(id).statusCode(200)
        .body("state", equalTo("PLACED")).body("customerId", equalTo("c-1"))
        .body("total.amount", is(4848)).body("total.currency", equalTo("EUR"))
        .body("lines.size()", is(2)).body("version", is(1));
  }

  @Test
  void the_same_again_gets_the_same_answer_and_changes_nothing() {
    var key = OrdersApi.newKey();
    var first = OrdersApi.place(key, Requests.JSON);
    var second = OrdersApi.place(key, Requests.JSON);

    assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(202);
    assertThat(second.body().asString()).isEqualTo(first.body().asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(OrdersApi.version(first.path("orderId"))).isOne();
  }

  @Test
  void the_same_meaning_in_other_words_is_the_same_order() {
    var key = OrdersApi.newKey();
    var id = OrdersApi.place(key, Requests.JSON).then().statusCode(202).extract().path("orderId");

    OrdersApi.place(key, Requests.JSON.replaceAll("\\s+", "")
            .replace("1HarbourStreet", "1 Harbour Street")).then().statusCode(202).body("orderId", equalTo(id));
  }

  @Test
  void another_order_under_the_same_key_is_refused_and_the_first_stays_as_it_was() {
    var key = OrdersApi.newKey();
    String id = OrdersApi.place(key, Requests.JSON).then().statusCode(202).extract().path("orderId");

    OrdersApi.place(key, Requests.JSON.replace("\"quantity\": 2", "\"quantity\": 3")).then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:idempotency-key-reused"))
        .body("status", is(422));

    OrdersApi.show(id).body("total.amount", is(4848)).body("version", is(1));
  }

  @Test
  void the_same_key_of_another_customer_is_another_order() {
    var key = OrdersApi.newKey();
    String mine = OrdersApi.place(key, Requests.JSON).then().statusCode(202).extract().path("orderId");
    String yours = OrdersApi.place(key, Requests.JSON.replace("\"c-1\"", "\"c-2\"")).then().statusCode(202).extract().path("orderId");

    assertThat(yours).isNotEqualTo(mine);
  }

  @Test
  void many_at_once_are_one_order() throws Exception {
    var key = OrdersApi.newKey();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(Stream.<Callable<Response>>generate(() -> () -> OrdersApi.place(key, Requests.JSON)).limit(8).toList());

      assertThat(answers.stream().map(Future::resultNow))
          .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202))
          .extracting(answer -> answer.body().asString()).containsOnly(answers.getFirst().resultNow().body().asString());
    }
    assertThat(OrdersApi.version(OrderIds.of("c-1", key))).isOne();
  }

  @Test
  void of_two_different_orders_under_one_key_at_once_one_wins_and_the_other_hears_so() throws Exception {
    var key = OrdersApi.newKey();
    var other = Requests.JSON.replace("\"quantity\": 2", "\"quantity\": 3");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(Stream.of(Requests.JSON, other)
          .<Callable<Integer>>map(body -> () -> OrdersApi.place(key, body).statusCode()).toList());

      assertThat(answers.stream().map(Future::resultNow)).containsExactlyInAnyOrder(202, 422);
    }
  }

  @Test
  void the_same_key_is_good_again_after_the_order_was_cancelled() {
    var key = OrdersApi.newKey();
    String id = OrdersApi.place(key, Requests.JSON).then().statusCode(202).extract().path("orderId");
    OrdersApi.cancel(id, OrdersApi.newKey()).then().statusCode(202);

    OrdersApi.place(key, Requests.JSON).then().statusCode(202).body("orderId", equalTo(id)).body("status", equalTo("ACCEPTED"));
  }
}
