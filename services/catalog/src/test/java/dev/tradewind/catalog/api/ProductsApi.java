package dev.tradewind.catalog.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;

/** Calls of the back office, and what a problem looks like. */
final class ProductsApi {

  static final String PATH = "/v1/products/";

  private ProductsApi() {}

  static String sku() {
    return "P-" + UUID.randomUUID().toString().toUpperCase();
  }

  /** @param prices amount and currency, such as {@code 499 EUR} */
  static Map<String, Object> body(String name, String... prices) {
    return Map.of("name", name, "description", "", "active", true, "prices", Arrays.stream(prices).map(ProductsApi::price).toList());
  }

  static ValidatableResponse put(String sku, Object body) {
    return put(sku, UUID.randomUUID().toString(), body, Map.of());
  }

  static ValidatableResponse put(String sku, String key, Object body, Map<String, String> headers) {
    return given().header("Idempotency-Key", key).headers(headers).contentType("application/json").body(body).put(PATH + sku).then();
  }

  static ValidatableResponse get(String path) {
    return given().urlEncodingEnabled(false).get(path).then();
  }

  static ValidatableResponse importFile(String key, String file) {
    return given().header("Idempotency-Key", key).contentType("text/csv; charset=utf-8").body(file).post(PATH + "imports").then();
  }

  static void problem(ValidatableResponse response, int status, String code) {
    response.statusCode(status).contentType("application/problem+json")
        .body("type", Matchers.equalTo("urn:tradewind:problem:" + code)).body("status", Matchers.equalTo(status))
        .body("detail", Matchers.not(Matchers.emptyString()));
  }

  private static Map<String, Object> price(String text) {
    var parts = List.of(text.split(" "));
    return Map.of("amount", Long.parseLong(parts.getFirst()), "currency", parts.getLast());
  }
}
