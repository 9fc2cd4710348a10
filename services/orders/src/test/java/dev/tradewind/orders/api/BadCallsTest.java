package dev.tradewind.orders.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are wrong before their body is looked at: path, method, headers, size. */
@QuarkusTest
class BadCallsTest {

  private static final byte[] MEGABYTE = ("{\"customerId\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

  @TestHTTPResource("/v1/orders")
  URI orders;

  @Test
  void a_missing_key_is_a_problem_that_says_what_to_send() {
    problem(given().contentType("application/json").body(Requests.JSON).post("/v1/orders"), 400, "missing-idempotency-key");
    var id = OrdersApi.place();
    problem(given().noContentType().post("/v1/orders/{id}/cancel", id), 400, "missing-idempotency-key");
    problem(given().contentType("application/json").body("{\"decision\":\"RETRY\"}").post("/v1/orders/{id}/resolution", id),
        400, "missing-idempotency-key");
    problem(given().contentType("application/json").body("{\"decision\":\"RELEASE\"}").post("/v1/orders/{id}/review", id),
        400, "missing-idempotency-key");
  }

  @Test
  void a_key_that_is_too_long_or_holds_spaces_is_a_problem() {
    problem(OrdersApi.place("k".repeat(201), Requests.JSON), 400, "invalid-idempotency-key");
    problem(OrdersApi.place("a b", Requests.JSON), 400, "invalid-idempotency-key");
    OrdersApi.place(("k" + OrdersApi.newKey()).repeat(5).substring(0, 200), Requests.JSON).then().statusCode(202);
  }

  @Test
  void a_body_of_another_kind_is_a_problem() {
    problem(OrdersApi.withKey("k").contentType("text/plain").body(Requests.JSON).post("/v1/orders"), 415, "unsupported-media-type");
    problem(OrdersApi.withKey("k").contentType("application/xml").body("<order/>").post("/v1/orders"), 415, "unsupported-media-type");
  }

  @Test
  void no_body_at_all_is_a_problem() {
    problem(OrdersApi.withKey("k").contentType("application/json").post("/v1/orders"), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "GET"})
  void a_method_nobody_answers_is_a_problem(String method) {
    problem(given().contentType("application/json").request(method, "/v1/orders"), 405, "method-not-allowed");
  }

  @Test
  void an_answer_of_another_kind_cannot_be_had() {
    problem(given().accept("application/xml").get("/v1/orders/{id}", OrdersApi.place()), 406, "not-acceptable");
  }

  @Test
  void a_path_that_does_not_exist_is_a_problem() {
    problem(given().get("/v1/nothing"), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2bac7820-f492-59be-9de6-5d1c331b5b4f", "unknown", "%20", "a%2Fb", "%00", "..%2f..", "☕"})
  void an_order_that_does_not_exist_is_not_found(String id) {
    problem(given().urlEncodingEnabled(false).get("/v1/orders/" + id), 404, null);
    problem(given().urlEncodingEnabled(false).get("/v1/orders/" + id + "/history"), 404, null);
    problem(OrdersApi.withKey("k").noContentType().urlEncodingEnabled(false).post("/v1/orders/" + id + "/cancel"), 404, null);
  }

  @Test
  void an_id_longer_than_any_key_is_not_found_either() {
    problem(given().get("/v1/orders/{id}", "x".repeat(3_000)), 404, "order-not-found");
  }

  @Test
  void a_body_of_a_megabyte_is_refused_before_it_is_read() throws Exception {
    assertTooLarge(send(HttpRequest.newBuilder(orders).POST(BodyPublishers.ofByteArray(MEGABYTE))));
  }

  @Test
  void and_while_it_is_read_when_its_size_is_not_announced() throws Exception {
    assertTooLarge(send(HttpRequest.newBuilder(orders).POST(BodyPublishers.ofByteArrays(List.of(MEGABYTE)))));
  }

  @Test
  void a_small_body_may_come_in_chunks() throws Exception {
    var answer = send(HttpRequest.newBuilder(orders).POST(BodyPublishers.ofByteArrays(List.of("{}".getBytes(StandardCharsets.UTF_8)))));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("customerId");
  }

  @Test
  void a_large_one_is_read_as_it_was_sent() throws Exception {
    var order = Requests.JSON + " ".repeat(50_000);
    var answer = send(HttpRequest.newBuilder(orders).POST(BodyPublishers.ofByteArrays(List.of(order.getBytes(StandardCharsets.UTF_8)))));

    assertThat(answer.statusCode()).isEqualTo(202);
  }

  @Test
  void and_an_empty_one_is_not_waited_for() throws Exception {
    var answer = send(HttpRequest.newBuilder(orders).timeout(Duration.ofSeconds(20)).POST(BodyPublishers.ofByteArrays(List.of())));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("urn:tradewind:problem:body-too-large", "\"status\":413");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          request.header("Content-Type", "application/json").header("Idempotency-Key", OrdersApi.newKey()).build(), BodyHandlers.ofString());
    }
  }

  private static void problem(Response answer, int status, String code) {
    var problem = answer.then().statusCode(status).contentType("application/problem+json").body("detail", notNullValue());
    if (code != null) {
      problem.body("type", equalTo("urn:tradewind:problem:" + code));
    }
  }
}
