package dev.tradewind.catalog.api;

import static dev.tradewind.catalog.api.ProductsApi.PATH;
import static dev.tradewind.catalog.api.ProductsApi.body;
import static dev.tradewind.catalog.api.ProductsApi.get;
import static dev.tradewind.catalog.api.ProductsApi.problem;
import static dev.tradewind.catalog.api.ProductsApi.put;
import static dev.tradewind.catalog.api.ProductsApi.sku;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products over HTTP: what is put is read, and every no. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductResourceTest {

  private final String sku = sku();

  @Test
  void what_is_put_is_read() {
    put(sku, body("Tea", "499 EUR", "429 GBP")).statusCode(201).header("Location", endsWith(PATH + sku)).header("ETag", "\"1\"");
    put(sku, body("Tea", "549 EUR", "429 GBP")).statusCode(200).body("version", equalTo(2)).header("ETag", "\"2\"");

    get(PATH + sku).statusCode(200).header("ETag", "\"2\"")
        .header("Cache-Control", "public, max-age=5, stale-while-revalidate=10")
        .body("sku", equalTo(sku)).body("name", equalTo("Tea")).body("description", equalTo("")).body("active", equalTo(true))
        .body("prices.amount", contains(549, 429)).body("prices.currency", contains("EUR", "GBP")).body("version", equalTo(2));
  }

  @Test
  void what_is_known_is_not_sent_again() {
    put(sku, body("Tea", "499 EUR"));

    given().header("If-None-Match", "\"1\"").get(PATH + sku).then().statusCode(304).header("ETag", "\"1\"").header("Cache-Control", endsWith("=10"));
    given().header("If-None-Match", "\"7\"").get(PATH + sku).then().statusCode(200);
  }

  @Test
  void what_changes_nothing_makes_no_version() {
    put(sku, body("Tea", "499 EUR"));

    put(sku, body("Tea", "499 EUR")).statusCode(200).body("version", equalTo(1));
  }

  @Test
  void the_same_key_has_the_same_answer_whatever_became_of_the_product_since() {
    var first = put(sku, "k", body("Tea", "499 EUR"), Map.of()).statusCode(201).extract();
    put(sku, body("Tea", "549 EUR")).statusCode(200);

    var again = put(sku, "k", body("Tea", "499 EUR"), Map.of("If-None-Match", "*")).statusCode(201).extract();

    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("ETag")).isEqualTo("\"1\"");
    get(PATH + sku).body("prices[0].amount", equalTo(549));
    problem(put(sku, "k", body("Tea", "599 EUR"), Map.of()), 422, "idempotency-key-reused");
  }

  @Test
  void nobody_overwrites_what_he_has_not_seen() {
    problem(put(sku, "k1", body("Tea", "499 EUR"), Map.of("If-Match", "*")), 412, "precondition-failed");
    put(sku, "k2", body("Tea", "499 EUR"), Map.of("If-None-Match", "*")).statusCode(201);
    problem(put(sku, "k3", body("Tea", "1 EUR"), Map.of("If-None-Match", "*")), 412, "precondition-failed");
    problem(put(sku, "k4", body("Tea", "1 EUR"), Map.of("If-Match", "\"2\"")), 412, "precondition-failed");
    problem(put(sku, "k5", body("Tea", "1 EUR"), Map.of("If-Match", "W/\"1\"")), 412, "precondition-failed");
    put(sku, "k6", body("Tea", "549 EUR"), Map.of("If-Match", "\"9\", \"1\"")).statusCode(200).body("version", equalTo(2));
    put(sku, "k7", body("Tea", "599 EUR"), Map.of("If-Match", "*")).statusCode(200).body("version", equalTo(3));
  }

  @ParameterizedTest
  @CsvSource({"If-Match, 1", "If-Match, ''", "If-None-Match, '\"1\"'"})
  void a_precondition_that_cannot_be_read_is_a_problem(String header, String value) {
    problem(put(sku, "k", body("Tea", "1 EUR"), Map.of(header, value)), 400, "invalid-precondition");
  }

  @Test
  void both_preconditions_at_once_are_a_problem() {
    problem(put(sku, "k", body("Tea", "1 EUR"), Map.of("If-Match", "*", "If-None-Match", "*")), 400, "invalid-precondition");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"description\":\"\",\"active\":true,\"prices\":[{\"amount\":1,\"currency\":\"EUR\"}]}|name|is required",
    "{\"name\":\"a\\nb\",\"active\":true,\"prices\":[{\"amount\":1,\"currency\":\"EUR\"}]}|name|must be on one line, without control characters",
    "{\"name\":\"T\",\"prices\":[{\"amount\":1,\"currency\":\"EUR\"}]}|active|is required",
    "{\"name\":\"T\",\"active\":true}|prices|is required",
    "{\"name\":\"T\",\"active\":true,\"prices\":[]}|prices|must have 1 to 20 prices",
    "{\"name\":\"T\",\"active\":true,\"prices\":[null]}|prices[0]|is required",
    "{\"name\":\"T\",\"active\":true,\"prices\":[{\"currency\":\"EUR\"}]}|prices[0].amount|is required",
    "{\"name\":\"T\",\"active\":true,\"prices\":[{\"amount\":-1,\"currency\":\"EUR\"}]}|prices[0].amount|must be 0 or more",
    "{\"name\":\"T\",\"active\":true,\"prices\":[{\"amount\":4.99,\"currency\":\"EUR\"}]}|prices[0].amount|must be a whole number that fits 64 bits",
    "{\"name\":\"T\",\"active\":true,\"prices\":[{\"amount\":1,\"currency\":\"EU\"}]}|prices[0].currency"
        + "|must be an ISO 4217 currency code, such as EUR",
    "{\"name\":\"T\",\"active\":true,\"prices\":[{\"amount\":1,\"currency\":\"EUR\"},{\"amount\":2,\"currency\":\"EUR\"}]}|prices"
        + "|must have one price a currency",
    "{\"name\":\"T\",\"active\":true,\"colour\":\"red\",\"prices\":[{\"amount\":1,\"currency\":\"EUR\"}]}|colour|is not a known field",
  })
  void a_body_that_breaks_a_rule_is_a_problem(String body, String field, String rule) {
    var answer = put(sku, body);
    problem(answer, 400, "invalid-request");
    answer.body("violations.field", hasItem(field)).body("violations.rule", hasItem(rule));
  }

  @Test
  void a_put_needs_a_key_a_body_and_a_sku() {
    problem(given().contentType("application/json").body(body("Tea", "1 EUR")).put(PATH + sku).then(), 400, "missing-idempotency-key");
    problem(given().header("Idempotency-Key", "k").contentType("application/json").put(PATH + sku).then(), 400, "invalid-request");
    problem(put(sku, "{"), 400, "malformed-json");
    problem(put("lower", body("Tea", "1 EUR")), 400, "invalid-request");
    problem(given().header("Idempotency-Key", "k").contentType("text/plain").body("x").put(PATH + sku).then(), 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOBODY-PUT-THIS", "lower", "%00", "a%2Fb"})
  void what_is_not_there_is_not_found(String unknown) {
    get(PATH + unknown).statusCode(404).contentType("application/problem+json");
  }

  @Test
  void several_are_read_at_once() {
    var other = sku();
    put(sku, body("Tea", "499 EUR"));
    put(other, body("Mug", "800 EUR"));

    get(PATH.substring(0, PATH.length() - 1) + "?sku=%s&sku=NOBODY-PUT-THIS&sku=%s&sku=%s".formatted(other, sku, sku)).statusCode(200)
        .body("products.sku", contains(other, sku)).body("next", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"?sku=lower", "?sku=A&limit=3", "?limit=0", "?limit=101", "?limit=x", "?colour=red"})
  void a_parameter_that_breaks_a_rule_is_a_problem(String query) {
    problem(get("/v1/products" + query), 400, "invalid-request");
  }

  @Test
  void fifty_may_be_asked_for_at_once_and_no_more() {
    get("/v1/products?" + skus(50)).statusCode(200).body("products", hasSize(0));
    problem(get("/v1/products?" + skus(51)), 400, "invalid-request");
  }

  @Test
  void a_cursor_of_somebody_else_is_a_problem() {
    problem(get("/v1/products?cursor=abc"), 400, "invalid-cursor");
  }

  @Test
  void all_are_listed_page_by_page_in_the_order_of_their_skus() {
    var mine = IntStream.range(0, 7).mapToObj("PAGE-%d"::formatted).toList();
    mine.forEach(each -> put(each, body(each, "1 EUR")));
    put("PAGE", body("shorter", "1 EUR"));

    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
      var seen = new ArrayList<String>();
      var next = "/v1/products?limit=3";
      while (!next.isEmpty()) {
        var page = get(next).statusCode(200).extract();
        List<String> skus = page.path("products.sku");
        assertThat(skus).hasSizeLessThanOrEqualTo(3);
        seen.addAll(skus);
        var link = page.header("Link");
        next = link == null ? "" : link.substring(1, link.indexOf('>'));
      }
      assertThat(seen).isSorted().doesNotHaveDuplicates().contains("PAGE").containsAll(mine);
    });
  }

  private static String skus(int count) {
    return IntStream.range(0, count).mapToObj("sku=UNKNOWN-%d"::formatted).collect(Collectors.joining("&"));
  }
}
