package dev.tradewind.inventory.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StockResourceTest {

  private final String sku = "SKU-" + UUID.randomUUID().toString().toUpperCase();

  @Test
  void what_arrives_is_available() {
    receive("k-1", "{\"warehouse\":\"eu-1\",\"quantity\":100}").statusCode(201)
        .body("sku", equalTo(sku)).body("warehouse", equalTo("eu-1")).body("quantity", equalTo(100));
    receive("k-2", "{\"warehouse\":\"us-1\",\"quantity\":1000000000}").statusCode(201);

    stock().statusCode(200)
        .body("available", equalTo(1_000_000_100)).body("received", equalTo(1_000_000_100)).body("taken", equalTo(0))
        .body("warehouses.warehouse", equalTo(java.util.List.of("eu-1", "us-1")))
        .body("warehouses.available", equalTo(java.util.List.of(100, 1_000_000_000)));
  }

  @Test
  void the_same_receipt_counts_once_and_is_answered_alike() {
    var first = receive("k-1", "{\"warehouse\":\"eu-1\",\"quantity\":5}").statusCode(201).extract().asString();
    var again = receive("k-1", "{\"quantity\":5,\"warehouse\":\"eu-1\"}").statusCode(201).extract().asString();

    assertThat(again).isEqualTo(first);
    stock().body("received", equalTo(5));
  }

  @Test
  void the_same_key_with_another_body_is_refused() {
    receive("k-1", "{\"warehouse\":\"eu-1\",\"quantity\":5}").statusCode(201);

    receive("k-1", "{\"warehouse\":\"eu-1\",\"quantity\":6}").statusCode(422)
        .contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:idempotency-key-reused"));
    stock().body("received", equalTo(5));
  }

  @Test
  void the_same_receipt_many_times_at_once_counts_once() {
    try (var clients = Executors.newFixedThreadPool(10)) {
      IntStream.range(0, 20).forEach(i -> clients.submit(() -> receive("k-1", "{\"warehouse\":\"eu-1\",\"quantity\":7}").statusCode(201)));
    }

    stock().body("received", equalTo(7));
  }

  @Test
  void a_product_that_never_arrived_is_not_found() {
    stock().statusCode(404).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:sku-not-found"));
  }

  @Test
  void a_receipt_without_a_key_is_refused() {
    given().contentType("application/json").body("{\"warehouse\":\"eu-1\",\"quantity\":5}").post("/v1/stock/" + sku + "/receipts")
        .then().statusCode(400).body("detail", containsString("Idempotency-Key"));
  }

  @ParameterizedTest(name = "{1} breaks the rule of {0}")
  @CsvSource(delimiter = '|', textBlock = """
      quantity  | {"warehouse":"eu-1","quantity":0}
      quantity  | {"warehouse":"eu-1","quantity":-1}
      quantity  | {"warehouse":"eu-1","quantity":1000000001}
      quantity  | {"warehouse":"eu-1","quantity":99999999999999999999}
      quantity  | {"warehouse":"eu-1","quantity":"5"}
      quantity  | {"warehouse":"eu-1","quantity":1.5}
      quantity  | {"warehouse":"eu-1","quantity":null}
      quantity  | {"warehouse":"eu-1"}
      warehouse | {"quantity":5}
      warehouse | {"warehouse":"EU 1","quantity":5}
      warehouse | {"warehouse":"","quantity":5}
      colour    | {"warehouse":"eu-1","quantity":5,"colour":"red"}
      """)
  void a_field_that_breaks_a_rule_is_named(String field, String body) {
    receive("k-1", body).statusCode(400).contentType("application/problem+json").body("violations.field", hasItem(field));
    stock().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"warehouse":
      not json
      []
      null
      """)
  void what_is_not_a_json_object_is_refused(String body) {
    receive("k-1", body).statusCode(400).contentType("application/problem+json");
  }

  @Test
  void a_name_that_no_product_can_have_is_refused() {
    given().pathParam("sku", "lower case").get("/v1/stock/{sku}").then().statusCode(400).body("violations.field", hasItem("sku"));
    given().pathParam("sku", "A".repeat(65)).get("/v1/stock/{sku}").then().statusCode(400).body("violations.field", hasItem("sku"));
  }

  private ValidatableResponse receive(String key, String body) {
    return given().contentType("application/json").header("Idempotency-Key", key).body(body).post("/v1/stock/" + sku + "/receipts").then();
  }

  private ValidatableResponse stock() {
    return given().get("/v1/stock/" + sku).then();
  }
}
