package dev.tradewind.orders.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tradewind.contracts.insights.FraudSuspected;
import dev.tradewind.contracts.inventory.StockReserved;
import dev.tradewind.core.Event;
import dev.tradewind.orders.api.OrdersApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Suspicions come through the real queue; an operator decides over HTTP. */
@QuarkusTest
class SuspicionsOverSqsTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject
  Partners partners;

  @Inject
  OrderMessages messages;

  @Test
  void a_suspected_order_is_in_review_until_it_is_released() {
    var id = inReview();
    OrdersApi.show(id).body("reason", equalTo("suspected"));
    OrdersApi.history(id).body("steps.events.flatten().data.rules.flatten()", hasItem("velocity"));
    answered(id, new StockReserved(id, List.of()));
    OrdersApi.show(id).body("state", equalTo("IN_REVIEW"));

    review(id, "{\"decision\": \"RELEASE\"}").then().statusCode(202).body("state", equalTo("STOCK_RESERVED")).body("reason", equalTo(null));
  }

  @Test
  void or_cancelled_with_everything_undone() {
    var id = inReview();
    answered(id, new StockReserved(id, List.of()));

    review(id, "{\"decision\": \"CANCEL\"}").then().statusCode(202).body("state", equalTo("CANCELLING")).body("reason", equalTo("fraud"));
    OrdersApi.history(id).body("steps.events.flatten().find { it.type == 'CancellationRequested' }.data.by", equalTo("OPERATOR"));
  }

  @Test
  void the_same_decision_again_gets_the_same_answer_and_another_one_is_too_late() {
    var id = inReview();
    var key = OrdersApi.newKey();
    var first = OrdersApi.review(id, key, "{\"decision\": \"RELEASE\"}").then().statusCode(202).extract().asString();

    assertThat(OrdersApi.review(id, key, "{\"decision\": \"RELEASE\"}").then().statusCode(202).extract().asString()).isEqualTo(first);
    notInReview(review(id, "{\"decision\": \"CANCEL\"}"));
  }

  @Test
  void an_order_that_nobody_suspects_is_not_in_review() {
    notInReview(review(OrdersApi.place(), "{\"decision\": \"RELEASE\"}"));
  }

  @Test
  void a_decision_is_one_of_two_words() {
    var id = OrdersApi.place();
    for (var wrong : new String[] {"\"UNDO\"", "0", "\"\"", "{}"}) {
      review(id, "{\"decision\": " + wrong + "}").then()
          .statusCode(400).body("violations.field", hasItem("decision")).body("violations.rule", hasItem("must be one of RELEASE, CANCEL"));
    }
    review(id, "{}").then().statusCode(400).body("violations.rule", hasItem("is required"));
    review("2bac7820-f492-59be-9de6-5d1c331b5b4f", "{\"decision\": \"CANCEL\"}").then().statusCode(404);
  }

  @Test
  void a_suspicion_of_an_order_that_nobody_placed_is_not_acknowledged() {
    var id = UUID.randomUUID().toString();
    var suspicion = partners.answer(id, suspected(id));

    assertThatThrownBy(() -> messages.answer(suspicion).await().atMost(SOON))
        .isInstanceOf(UnknownOrder.class).hasMessageContaining(suspicion.id()).hasMessageContaining(id);
    OrdersApi.show(id).statusCode(404);
  }

  private String inReview() {
    var id = OrdersApi.place();
    partners.tell(id, suspected(id));
    await().atMost(SOON).until(() -> OrdersApi.state(id).equals("IN_REVIEW"));
    return id;
  }

  private void answered(String id, Event answer) {
    int before = OrdersApi.version(id);
    partners.tell(id, answer);
    await().atMost(SOON).until(() -> OrdersApi.version(id) > before);
  }

  private static FraudSuspected suspected(String id) {
    return new FraudSuspected(id, "c-1", List.of("velocity"), "5 orders in 10 minutes");
  }

  private static Response review(String id, String body) {
    return OrdersApi.review(id, OrdersApi.newKey(), body);
  }

  private static void notInReview(Response answer) {
    answer.then().statusCode(409).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:not-in-review"));
  }
}
