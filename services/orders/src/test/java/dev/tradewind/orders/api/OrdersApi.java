package dev.tradewind.orders.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The service as a client sees it. */
public final class OrdersApi {

  /** A good order. */
  public static final String GOOD = Requests.JSON;

  private OrdersApi() {}

  /** A key that was never used. */
  public static String newKey() {
    return "key-" + UUID.randomUUID();
  }

  /** Places a good order. Gives its id. */
  public static String place() {
    return place(newKey(), Requests.JSON).then().statusCode(202).extract().path("orderId");
  }

  public static Response place(String key, String body) {
    return withKey(key).contentType(ContentType.JSON).body(body).post("/v1/orders");
  }

  public static ValidatableResponse show(String orderId) {
    return given().get("/v1/orders/{id}", orderId).then();
  }

  public static String state(String orderId) {
    return show(orderId).statusCode(200).extract().path("state");
  }

  public static int version(String orderId) {
    return show(orderId).statusCode(200).extract().path("version");
  }

  public static ValidatableResponse history(String orderId) {
    return given().get("/v1/orders/{id}/history", orderId).then();
  }

  public static Response cancel(String orderId, String key) {
    return withKey(key).noContentType().post("/v1/orders/{id}/cancel", orderId);
  }

  public static Response resolve(String orderId, String body) {
    return withKey(newKey()).contentType(ContentType.JSON).body(body).post("/v1/orders/{id}/resolution", orderId);
  }

  public static Response review(String orderId, String key, String body) {
    return withKey(key).contentType(ContentType.JSON).body(body).post("/v1/orders/{id}/review", orderId);
  }

  static RequestSpecification withKey(String key) {
    return given().header("Idempotency-Key", key);
  }
}
