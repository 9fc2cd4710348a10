package dev.tradewind.queries.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.Told;
import dev.tradewind.queries.serving.Views;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists over HTTP: what can be asked, and every way to ask wrongly. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListRequestTest {

  @Inject
  Views views;

  private final String customer = "c-" + UUID.randomUUID();

  @Test
  void twenty_orders_make_a_page_unless_another_number_is_asked_for() {
    told(25);

    var first = orders("");
    assertThat(first.jsonPath().getList("orders")).hasSize(20);
    first.then().statusCode(200).header("Cache-Control", equalTo("no-cache")).body("orders[0].placedAt", equalTo("2026-03-01T12:00:24Z"));
    assertThat(orders("?limit=25").then().body("next", nullValue()).extract().jsonPath().getList("orders")).hasSize(25);
  }

  @Test
  void the_link_leads_through_all_pages() {
    var expected = told(7);
    var found = new ArrayList<String>();
    var path = "/v1/customers/" + customer + "/orders?limit=3&sort=OLDEST";
    while (!path.isEmpty()) {
      var page = given().urlEncodingEnabled(false).get(path);
      page.then().statusCode(200);
      found.addAll(page.jsonPath().getList("orders.orderId"));
      var link = page.header("Link");
      path = link == null ? "" : link.substring(1, link.indexOf(">; rel=\"next\""));
    }

    assertThat(found).containsExactlyElementsOf(expected);
  }

  @Test
  void filters_are_applied() {
    var ids = told(6);
    views.apply(new Told(ids.get(2), customer, Told.NOON.plusSeconds(2), List.of("TEA")).view(OrderState.CONFIRMED, 5)).await().indefinitely();

    orders("?state=CONFIRMED").then().body("orders.orderId", equalTo(List.of(ids.get(2))));
    orders("?sku=TEA").then().body("orders.orderId", equalTo(List.of(ids.get(2))));
    orders("?from=2026-03-01T12:00:01Z&to=2026-03-01T12:00:03Z").then().body("orders.orderId", equalTo(List.of(ids.get(2), ids.get(1))));
    orders("?sku=TEA&state=PLACED").then().body("orders", equalTo(List.of()));
  }

  @Test
  void a_customer_without_orders_has_an_empty_list() {
    orders("").then().statusCode(200).body("orders", equalTo(List.of())).body("next", nullValue());
  }

  @Test
  void operators_list_those_in_a_state() {
    told(1);
    var needy = Told.order(customer, 3);
    views.apply(needy.view(OrderState.NEEDS_ATTENTION, 6)).await().indefinitely();

    given().get("/v1/orders?state=NEEDS_ATTENTION&limit=100").then().statusCode(200)
        .body("orders.orderId", hasItem(needy.orderId())).body("orders.reason", hasItem("capture-payment-unanswered"));
  }

  @Test
  void a_list_of_everything_is_refused() {
    violation(given().get("/v1/orders"), "state", "is required: all orders of everyone are no list");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = """
      ?state=LOST                   | state  | must be one of PLACED, CONFIRMED, DISPATCHED, DELIVERED, CANCELLING, CANCELLED, REJECTED, NEEDS_ATTENTION, IN_REVIEW
      ?state=placed                 | state  | must be one of PLACED
      ?state=                       | state  | must be one of PLACED
      ?state=PLACED&state=CONFIRMED | state  | must be given once
      ?sate=PLACED                  | sate   | is not a parameter here; there are cursor, from, limit, sku, sort, state, to
      ?limit=0                      | limit  | must be a whole number from 1 to 100
      ?limit=101                    | limit  | must be a whole number from 1 to 100
      ?limit=-1                     | limit  | must be a whole number from 1 to 100
      ?limit=1.5                    | limit  | must be a whole number from 1 to 100
      ?limit=99999999999            | limit  | must be a whole number from 1 to 100
      ?limit=many                   | limit  | must be a whole number from 1 to 100
      ?sort=upside-down             | sort   | must be one of NEWEST, OLDEST
      ?sku=lower                    | sku    | must be 1 to 64 capital letters, digits, . _ or -
      ?sku=                         | sku    | must be 1 to 64 capital letters, digits, . _ or -
      ?from=yesterday               | from   | must be a time in ISO 8601 such as 2026-03-01T12:00:00Z
      ?from=2026-03-01              | from   | must be a time in ISO 8601 such as 2026-03-01T12:00:00Z
      ?to=2026-02-30T12:00:00Z      | to     | must be a time in ISO 8601 such as 2026-03-01T12:00:00Z
      ?from=1969-12-31T23:59:59Z    | from   | must not lie before 1970
      ?from=9999-01-01T00:00:00Z    | from   | must not lie in the future
      ?to=9999-01-01T00:00:00Z      | to     | must not lie in the future
      ?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z | from | must be before to
      ?from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:00Z | from | must be before to
      """)
  void a_parameter_that_breaks_a_rule_is_named(String query, String field, String rule) {
    violation(orders(query), field, rule);
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    orders("?limit=0&sort=x&sku=y&colour=red").then().statusCode(400)
        .body("violations.field", equalTo(List.of("colour", "sku", "sort", "limit")));
  }

  @Test
  void a_time_that_is_a_moment_ahead_of_our_clock_is_not_yet_the_future() {
    orders("?to=" + Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.SECONDS)).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "garbage", "", "AAAA", "%E2%98%95", "eyJvcmRlciI6MX0"})
  void a_cursor_that_is_not_ours_is_a_problem_that_says_what_to_do(String cursor) {
    problem(orders("?cursor=" + cursor), "is not one of ours, or was changed: send the one that came with the page before");
  }

  @Test
  void a_cursor_of_another_list_is_one_too() {
    told(3);
    var cursor = orders("?limit=1").jsonPath().getString("next");

    orders("?limit=2&cursor=" + cursor).then().statusCode(200);
    problem(orders("?sort=OLDEST&cursor=" + cursor), "belongs to another list: repeat the parameters it came with");
    problem(orders("?sku=MUG&cursor=" + cursor), "belongs to another list");
    problem(given().get("/v1/customers/{id}/orders?cursor={cursor}", "someone-else", cursor), "belongs to another list");
    problem(given().get("/v1/orders?state=PLACED&cursor={cursor}", cursor), "belongs to another list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ü", "x'or'1"})
  void nobody_is_a_customer_under_such_a_name(String name) {
    violation(given().get("/v1/customers/{id}/orders", name), "customerId", "must be 1 to 64 letters, digits, - or _");
    violation(given().get("/v1/customers/{id}/orders", "x".repeat(65)), "customerId", "must be 1 to 64");
  }

  private List<String> told(int count) {
    return IntStream.range(0, count).mapToObj(second -> {
      var order = Told.order(customer, second);
      views.apply(order.view(OrderState.PLACED, 1)).await().indefinitely();
      return order.orderId();
    }).toList();
  }

  private Response orders(String query) {
    return given().urlEncodingEnabled(false).get("/v1/customers/" + customer + "/orders" + query);
  }

  private static void violation(Response answer, String field, String rule) {
    answer.then().statusCode(400).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:invalid-request"))
        .body("violations.field", hasItem(field)).body("violations.find { it.field == '%s' }.rule".formatted(field), containsString(rule));
  }

  private static void problem(Response answer, String detail) {
    answer.then().statusCode(400).contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:invalid-cursor")).body("detail", containsString(detail));
  }
}
