package dev.tradewind.notifications;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where customers say where to tell them: what they get, and every no. */
@QuarkusTest
class ResourcesTest {

  private static final String URL = "http://127.0.0.1:1/hook";

  private final String customer = "c-" + UUID.randomUUID();
  private final String webhooks = "/v1/customers/" + customer + "/webhooks";
  private final String contact = "/v1/customers/" + customer + "/contact";

  @Test
  void a_registration_shows_the_secret_and_nothing_else_does() {
    var registered = register("key", URL).then().statusCode(201)
        .body("url", equalTo(URL)).body("status", equalTo("ON")).body("secret", startsWith("whsec_"))
        .body("eventTypes", contains("order.placed", "order.confirmed", "order.dispatched", "order.delivered", "order.cancelled", "order.rejected"))
        .extract();
    assertThat(registered.header("Location")).endsWith(webhooks + "/" + registered.path("webhookId"));

    get(registered.header("Location")).then().statusCode(200).body("url", equalTo(URL)).body("secret", nullValue());
    get(webhooks).then().statusCode(200).body("webhooks", hasSize(1)).body("webhooks[0].webhookId", equalTo(registered.path("webhookId")));
    assertThat(get(webhooks).asString()).doesNotContain("whsec_");
  }

  @Test
  void only_some_events_can_be_wanted() {
    post(webhooks, "key", Map.of("url", URL, "eventTypes", List.of("order.delivered", "order.placed"))).then().statusCode(201)
        .body("eventTypes", contains("order.placed", "order.delivered"));
  }

  @Test
  void the_same_key_and_body_have_the_same_answer() {
    var first = register("key", URL);
    assertThat(register("key", URL).asString()).isEqualTo(first.asString());
    get(webhooks).then().body("webhooks", hasSize(1));

    delete(webhooks + "/" + first.path("webhookId"), "gone").statusCode(204);
    assertThat(register("key", URL).asString()).isEqualTo(first.asString());
    get(webhooks).then().body("webhooks", hasSize(0));
  }

  @Test
  void the_same_key_for_something_else_is_a_problem() {
    register("key", URL);
    problem(register("key", URL + "2").then(), 422, "idempotency-key-reused");
    problem(post(webhooks, "key", Map.of("url", URL, "eventTypes", List.of("order.placed"))).then(), 422, "idempotency-key-reused");

    put("address", "one@shop.example").statusCode(200);
    problem(put("address", "two@shop.example"), 422, "idempotency-key-reused");
  }

  @ParameterizedTest
  @CsvSource({
    "https://10.0.0.1/, private", "https://169.254.169.254/latest/meta-data, metadata", "https://user:pass@8.8.8.8/, user name",
    "http://8.8.8.8/, https://", "https://8.8.8.8:22/, port", "https://no-such-name.invalid/, no address", "not a url, not a URL"
  })
  void a_url_that_is_not_called_is_refused_with_the_reason(String url, String why) {
    problem(register("key", url).then(), 422, "url-refused").body("detail", containsString(why)).body("detail", not(containsString("user:pass")));
  }

  @Test
  void a_registration_that_breaks_rules_lists_them() {
    problem(post(webhooks, "key", Map.of("eventTypes", List.of("order.placed", "order.lost"))).then(), 400, "invalid-request")
        .body("violations.field", contains("eventTypes[1]", "url"));
    problem(post(webhooks, "key", Map.of("url", URL, "eventTypes", List.of())).then(), 400, "invalid-request");
    problem(post(webhooks, "key", Map.of("url", "https://shop.example/" + "x".repeat(1_000))).then(), 400, "invalid-request");
    problem(post(webhooks, "key", Map.of("url", URL, "secret", "mine")).then(), 400, "invalid-request");
    problem(post("/v1/customers/a.b/webhooks", "key", Map.of("url", URL)).then(), 400, "invalid-request")
        .body("violations.field", contains("customerId"));
    problem(given().contentType(ContentType.JSON).header("Idempotency-Key", "key").post(webhooks).then(), 400, "invalid-request");
  }

  @Test
  void the_twenty_first_webhook_is_one_too_many() {
    for (int i = 0; i < 20; i++) {
      register("key" + i, URL + i).then().statusCode(201);
    }
    problem(register("key20", URL).then(), 409, "too-many-webhooks");
  }

  @Test
  void a_webhook_that_is_not_there_is_a_problem() {
    var nobody = webhooks + "/" + UUID.randomUUID();
    problem(get(nobody).then(), 404, "webhook-not-found");
    problem(delete(nobody, "key"), 404, "webhook-not-found");
    problem(post(nobody + "/secret", "key").then(), 404, "webhook-not-found");
    problem(post(nobody + "/test", "key").then(), 404, "webhook-not-found");
  }

  @Test
  void a_rotation_has_the_same_answer_again() {
    var path = webhooks + "/" + register("key", URL).path("webhookId") + "/secret";
    var rotated = post(path, "rotation").then().statusCode(200).body("secret", startsWith("whsec_")).extract();
    assertThat(post(path, "rotation").asString()).isEqualTo(rotated.asString());
    assertThat(post(path, "another").path("secret").toString()).isNotEqualTo(rotated.path("secret"));
    assertThat(get("/q/metrics").asString()).as("the chassis still counts")
        .contains("tradewind_steps_total{outcome=\"repeated\",stream=\"recipient\"}");
  }

  @Test
  void a_test_of_a_webhook_where_nobody_answers_says_so() {
    var path = webhooks + "/" + register("key", URL).path("webhookId") + "/test";
    var tested = post(path, "try").then().statusCode(200)
        .body("status", equalTo("GIVEN_UP")).body("lastOutcome", equalTo("cannot-connect")).body("eventType", equalTo("webhook.test")).extract();

    assertThat(post(path, "try").asString()).as("a repeat tries nothing").isEqualTo(tested.asString());
    get("/v1/deliveries/{id}", tested.path("deliveryId").toString()).then().statusCode(200).body("attempts", equalTo(1));
  }

  @Test
  void every_unsafe_call_needs_a_key() {
    var webhook = webhooks + "/" + UUID.randomUUID();
    problem(given().contentType(ContentType.JSON).body(Map.of("url", URL)).post(webhooks).then(), 400, "missing-idempotency-key");
    problem(given().delete(webhook).then(), 400, "missing-idempotency-key");
    problem(given().contentType(ContentType.JSON).post(webhook + "/secret").then(), 400, "missing-idempotency-key");
    problem(given().contentType(ContentType.JSON).post(webhook + "/test").then(), 400, "missing-idempotency-key");
    problem(given().contentType(ContentType.JSON).body(Map.of("email", "a@b.example")).put(contact).then(), 400, "missing-idempotency-key");
    problem(given().delete(contact).then(), 400, "missing-idempotency-key");
    problem(given().contentType(ContentType.JSON).post("/v1/deliveries/" + UUID.randomUUID() + "/redeliver").then(), 400, "missing-idempotency-key");
  }

  @Test
  void an_address_is_set_shown_changed_and_removed() {
    problem(get(contact).then(), 404, "contact-not-found");
    put("first", "one@shop.example").statusCode(200).body("email", equalTo("one@shop.example"));
    put("second", "two@shop.example").statusCode(200);
    get(contact).then().statusCode(200).body("email", equalTo("two@shop.example"));
    delete(contact, "gone").statusCode(204);
    delete(contact, "gone").statusCode(204);
    problem(delete(contact, "again"), 404, "contact-not-found");
    problem(get(contact).then(), 404, "contact-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "nobody", "a@b", "@shop.example", "a@shop.example\r\nBcc: b@shop.example", "a b@shop.example", "a@shop..example", "a@-shop.example",
    "<a@shop.example>"
  })
  void what_is_no_address_is_a_problem_that_does_not_repeat_it(String email) {
    var detail = problem(put("key", email), 400, "invalid-request").body("violations.field", contains("email")).extract().asString();
    if (!email.isEmpty()) {
      assertThat(detail).doesNotContain(email);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "00000000-0000-5000-8000-000000000000", "00000000-0000-5000-8000-00000000000Z"})
  void a_delivery_that_is_not_there_is_a_problem(String id) {
    problem(get("/v1/deliveries/{id}", id).then(), 404, "delivery-not-found");
    problem(post("/v1/deliveries/" + id + "/redeliver", "key").then(), 404, "delivery-not-found");
  }

  private Response register(String key, String url) {
    return post(webhooks, key, Map.of("url", url));
  }

  private static Response post(String path, String key) {
    return given().contentType(ContentType.JSON).header("Idempotency-Key", key).post(path);
  }

  private static Response post(String path, String key, Map<String, ?> body) {
    return given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(body).post(path);
  }

  private ValidatableResponse put(String key, String email) {
    return given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(Map.of("email", email)).put(contact).then();
  }

  private static ValidatableResponse delete(String path, String key) {
    return given().header("Idempotency-Key", key).delete(path).then();
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
    return response.statusCode(status).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:" + code));
  }
}
