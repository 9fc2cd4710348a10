package dev.tradewind.queries.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.domain.Told;
import dev.tradewind.queries.serving.Views;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderResourceTest {

  @Inject
  Views views;

  private final Told order = Told.order("c-1", 0, "TEA", "MUG");

  @Test
  void an_order_is_shown_as_it_was_told_last() {
    told(OrderState.CANCELLED, 9);

    show().then().statusCode(200).contentType("application/json")
        .header("ETag", equalTo("\"9\"")).header("Cache-Control", equalTo("no-cache")).header("Vary", containsString("Accept"))
        .body("orderId", equalTo(order.orderId())).body("customerId", equalTo("c-1"))
        .body("state", equalTo("CANCELLED")).body("reason", equalTo("customer"))
        .body("total.amount", equalTo(1700)).body("total.currency", equalTo("EUR"))
        .body("lines.sku", equalTo(List.of("TEA", "MUG"))).body("country", equalTo("DE"))
        .body("version", equalTo(9)).body("placedAt", equalTo("2026-03-01T12:00:00Z")).body("changedAt", equalTo("2026-03-01T12:00:08Z"));
  }

  @Test
  void what_is_not_known_is_null() {
    views.apply(OrderView.of(order.thatOfOld(OrderState.PLACED, 1)).orElseThrow()).await().indefinitely();

    show().then().statusCode(200).body("reason", nullValue()).body("country", nullValue()).body("placedAt", equalTo("2026-03-01T12:00:00Z"));
  }

  @Test
  void an_order_the_client_knows_already_is_not_sent_again() {
    told(OrderState.PLACED, 1);
    var answer = given().header("If-None-Match", "\"1\"").get(path());

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.body().asString()).isEmpty();
    given().header("If-None-Match", "\"2\"").get(path()).then().statusCode(200);
  }

  @Test
  void a_version_that_is_there_is_answered_at_once_and_so_is_a_later_one() {
    told(OrderState.CONFIRMED, 5);

    given().queryParam("version", 5).get(path()).then().statusCode(200).body("version", equalTo(5));
    given().queryParam("version", 3).header("Prefer", "wait=9").get(path()).then().statusCode(200)
        .header("Preference-Applied", equalTo("wait=9")).body("version", equalTo(5));
  }

  @Test
  void a_version_that_has_not_come_is_waited_for() throws Exception {
    told(OrderState.PLACED, 1);
    var waiting = CompletableFuture.supplyAsync(() -> given().queryParam("version", 5).header("Prefer", "wait=10").get(path()));
    told(OrderState.CONFIRMED, 5);

    waiting.get(60, TimeUnit.SECONDS).then().statusCode(200).header("Preference-Applied", equalTo("wait=10")).body("version", equalTo(5));
  }

  @Test
  void one_that_does_not_come_in_time_is_a_problem_that_says_what_there_is() {
    told(OrderState.PLACED, 1);

    problem(given().queryParam("version", 5).get(path()), 503, "version-not-reached", "Version 5 has not come yet, only 1");
    problem(given().queryParam("version", 5).header("Prefer", "wait=1").get(path()), 503, "version-not-reached", "Prefer: wait=2");
    given().queryParam("version", 5).get(path()).then().header("Retry-After", equalTo("1"));
  }

  @Test
  void a_version_of_an_order_of_which_nothing_has_come_yet_is_not_said_to_be_of_no_order() {
    problem(given().queryParam("version", 1).get(path()), 503, "version-not-reached", "nor any other");
  }

  @Test
  void a_change_is_waited_for_with_the_tag_that_is_known() throws Exception {
    told(OrderState.PLACED, 1);
    var waiting = CompletableFuture.supplyAsync(
        () -> given().header("If-None-Match", "\"1\"").header("Prefer", "wait=10").get(path()));
    told(OrderState.CONFIRMED, 5);

    waiting.get(60, TimeUnit.SECONDS).then().statusCode(200).header("ETag", equalTo("\"5\""));
  }

  @Test
  void without_a_change_the_answer_is_that_there_is_none() {
    told(OrderState.PLACED, 1);

    given().header("If-None-Match", "\"1\"").header("Prefer", "wait=1").get(path()).then().statusCode(304)
        .header("Preference-Applied", equalTo("wait=1"));
  }

  @Test
  @Timeout(120)
  void nobody_waits_for_a_change_of_an_order_that_is_over() {
    told(OrderState.REJECTED, 2);

    given().header("If-None-Match", "\"2\"").header("Prefer", "wait=600").get(path()).then().statusCode(304)
        .header("Preference-Applied", equalTo("wait=600"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2bac7820-f492-59be-9de6-5d1c331b5b4f", "unknown", "%20", "a%2Fb", "%00", "..%2f..", "☕"})
  void an_order_that_does_not_exist_is_not_found(String id) {
    given().urlEncodingEnabled(false).get("/v1/orders/" + id).then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void an_order_of_which_nothing_was_told_is_not_found() {
    problem(given().get("/v1/orders/{id}", UUID.randomUUID()), 404, "order-not-found", "There is no order with this id here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "99999999999999999999", "2147483648", "one", "1.5", ""})
  void a_version_that_cannot_be_is_refused(String version) {
    given().queryParam("version", version).get(path()).then().statusCode(400).contentType("application/problem+json")
        .body("violations.field", hasItem("version")).body("violations.rule", hasItem("must be a whole number from 1 to 2147483647"));
  }

  @Test
  void a_parameter_that_nobody_knows_is_refused() {
    given().queryParam("versoin", 5).get(path()).then().statusCode(400)
        .body("violations.field", hasItem("versoin")).body("violations.rule", hasItem("is not a parameter here; there are version"));
  }

  @Test
  void nothing_is_changed_here() {
    problem(given().contentType("application/json").body("{}").post("/v1/orders"), 405, "method-not-allowed", "method");
    problem(given().delete(path()), 405, "method-not-allowed", "method");
  }

  @Test
  void the_contract_is_served() {
    given().accept("application/json").get("/openapi").then().statusCode(200)
        .body("paths", hasKey("/v1/orders")).body("paths", hasKey("/v1/orders/{orderId}")).body("paths", hasKey("/v1/customers/{customerId}/orders"))
        .body("paths.'/v1/orders'.get.parameters.name", hasItem("cursor"));
  }

  private void told(OrderState state, long version) {
    views.apply(order.view(state, version)).await().indefinitely();
  }

  private String path() {
    return "/v1/orders/" + order.orderId();
  }

  private Response show() {
    return given().get(path());
  }

  private static void problem(Response answer, int status, String code, String detail) {
    answer.then().statusCode(status).contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:" + code)).body("detail", containsString(detail));
  }
}
