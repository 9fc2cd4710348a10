package dev.tradewind.orders.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is wrong is answered with a problem that names the field and the rule. */
@QuarkusTest
class BadRequestsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "0             | must be 1 or more",
    "-1            | must be 1 or more",
    "1000000000    | must be 10000 or less",
    "1000000000000 | must be a whole number, and is far too large or too small",
    "2.5           | must be a whole number that fits 32 bits",
    "\"2\"         | must be a whole number that fits 32 bits",
    "\"\"          | must be a whole number that fits 32 bits",
    "true          | must be a whole number that fits 32 bits",
    "null          | must be a whole number that fits 32 bits",
    "[2]           | must be a whole number that fits 32 bits",
    "1e2           | must be a whole number that fits 32 bits"
  })
  void a_quantity_that_is_none_is_named(String quantity, String rule) {
    violation(Requests.JSON.replace("\"quantity\": 2", "\"quantity\": " + quantity), "lines[0].quantity", rule);
  }

  @Test
  void the_line_of_a_number_of_two_thousand_digits_is_named() {
    violation(Requests.JSON.replace("\"quantity\": 2", "\"quantity\": " + "9".repeat(2000)), "lines[0]");
  }

  @Test
  void a_missing_quantity_or_price_is_never_taken_for_zero() {
    violation(Requests.JSON.replace("\"quantity\": 2, ", ""), "lines[0].quantity");
    violation(Requests.JSON.replace(", \"unitPrice\": 1999", ""), "lines[0].unitPrice");
    violation(Requests.JSON.replace("\"unitPrice\": 1999", "\"unitPrice\": \"\""), "lines[0].unitPrice");
    violation(Requests.JSON.replace("\"unitPrice\": 1999", "\"unitPrice\": 19.99"), "lines[0].unitPrice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"customerId\": \"c-1\",}", "nonsense", "{'customerId': 'c-1'}", "{\"customerId\": \"c-1\"} trailing"})
  void malformed_json_is_a_problem(String body) {
    problem(body, 400);
  }

  @Test
  void malformed_json_says_where() {
    problem("{\"customerId\": \n nonsense", 400)
        .body("type", equalTo("urn:tradewind:problem:malformed-json"))
        .body("detail", matchesPattern("The body is not valid JSON from line 2, column \\d+ on\\."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"order\"", "42", "null", "true"})
  void what_is_not_an_object_is_a_problem(String body) {
    problem(body, 400);
  }

  @Test
  void a_field_said_twice_is_malformed() {
    problem(Requests.JSON.replaceFirst("\\{", "{\"customerId\": \"c-2\", "), 400).body("type", equalTo("urn:tradewind:problem:malformed-json"));
  }

  @Test
  void an_unknown_field_is_named_wherever_it_is() {
    violation(Requests.JSON.replace("\"currency\"", "\"coupon\": \"FREE\", \"currency\""), "coupon", "is not a known field");
    violation(Requests.JSON.replace("\"sku\": \"MUG\"", "\"sku\": \"MUG\", \"colour\": \"red\""), "lines[1].colour", "is not a known field");
  }

  @Test
  void no_lines_are_named() {
    violation(Requests.JSON.replaceAll("(?s)\"lines\": \\[.*?\\]", "\"lines\": []"), "lines", "must have 1 to 50 lines");
    violation(Requests.JSON.replaceAll("(?s)\"lines\": \\[.*?\\],", ""), "lines", "is required");
    violation(Requests.JSON.replaceAll("(?s)\"lines\": \\[.*?\\]", "\"lines\": [null]"), "lines[0]", "is required");
    violation(Requests.JSON.replaceAll("(?s)\"lines\": \\[.*?\\]", "\"lines\": {}"), "lines", "must be a list");
  }

  @Test
  void an_unknown_currency_is_named() {
    violation(Requests.JSON.replace("EUR", "XYZ"), "currency", "must be an ISO 4217 currency code, such as EUR");
    violation(Requests.JSON.replace("\"EUR\"", "7"), "currency", "must be a text");
  }

  @Test
  void a_product_named_twice_is_pointed_at() {
    violation(Requests.JSON.replace("MUG", "SHIRT"), "lines[1].sku", "names a product that an earlier line names: add the quantities up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"customerId", "currency", "paymentMethod", "shipTo", "lines"})
  void a_field_that_is_null_is_named(String field) {
    violation(Requests.JSON.replaceFirst("(?s)\"" + field + "\": (\"[^\"]*\"|\\[.*?\\]|\\{.*?\\})", "\"" + field + "\": null"), field, "is required");
  }

  @Test
  void every_broken_rule_is_listed_in_one_answer() {
    problem("{}", 400)
        .body("violations.field", contains("currency", "customerId", "lines", "paymentMethod", "shipTo"))
        .body("detail", equalTo("The request breaks 5 rules; see violations."));
  }

  @Test
  void deep_nesting_is_refused_without_harm() {
    problem("[".repeat(50_000), 400);
    problem(Requests.JSON.replaceAll("(?s)\"lines\": \\[.*?\\]", "\"lines\": " + "[".repeat(2_000) + "]".repeat(2_000)), 400);
    problem("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000), 400);
  }

  @Test
  void a_huge_text_is_named() {
    violation(Requests.JSON.replace("\"c-1\"", "\"" + "c".repeat(200_000) + "\""), "customerId", "must be 1 to 64 letters, digits, - or _");
  }

  @Test
  void a_problem_does_not_repeat_what_was_sent() {
    problem(Requests.JSON.replace("\"quantity\": 2", "\"quantity\": \"tok_in_the_wrong_place\""), 400)
        .body(not(containsString("tok_in_the_wrong_place")));
  }

  private static void violation(String body, String field, String rule) {
    violation(body, field).body("violations.rule", hasItem(rule));
  }

  private static ValidatableResponse violation(String body, String field) {
    return problem(body, 400)
        .body("type", equalTo("urn:tradewind:problem:invalid-request"))
        .body("violations", hasSize(1))
        .body("violations[0].field", equalTo(field))
        .body("violations[0].rule", notNullValue());
  }

  private static ValidatableResponse problem(String body, int status) {
    return given().header("Idempotency-Key", OrdersApi.newKey()).contentType("application/json").body(body).post("/v1/orders").then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", matchesPattern("urn:tradewind:problem:[a-z-]+"))
        .body("title", notNullValue())
        .body("status", is(status))
        .body("detail", notNullValue())
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }
}
