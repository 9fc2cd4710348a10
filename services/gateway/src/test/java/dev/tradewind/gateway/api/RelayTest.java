package dev.tradewind.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.stub.Client;
import dev.tradewind.gateway.stub.Samples;
import dev.tradewind.gateway.stub.Stub;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is passed on, and what is not, in both directions. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayTest {

  private static final String ORDERS = "/v1/customers/alice/orders";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  StubServices services;
  TestIssuer issuer;

  @BeforeEach
  void forget() {
    services.forget();
  }

  @Test
  void the_query_goes_as_it_came_and_a_page_comes_back_with_its_link() {
    services.of(Service.QUERIES).answers(Answering.json(200, "{\"orders\":[],\"next\":\"abc\"}")
        .and("Link", "<" + ORDERS + "?cursor=abc>; rel=\"next\"").and("Cache-Control", "no-cache").and("Preference-Applied", "wait=2"));

    Client.alice(issuer).header("Prefer", "wait=2").urlEncodingEnabled(false).get(ORDERS + "?sku=TEA-001&from=2026-01-01T00%3A00%3A00Z").then()
        .statusCode(200)
        .header("Link", equalTo("<" + ORDERS + "?cursor=abc>; rel=\"next\"")).header("Cache-Control", equalTo("no-cache"))
        .header("Preference-Applied", equalTo("wait=2")).body("next", equalTo("abc"));

    assertThat(asked(Service.QUERIES).uri()).isEqualTo(ORDERS + "?sku=TEA-001&from=2026-01-01T00%3A00%3A00Z");
    assertThat(asked(Service.QUERIES).header("Prefer")).hasValue("wait=2");
  }

  @Test
  void tokens_cookies_addresses_and_what_is_of_the_connection_stay_outside() {
    services.of(Service.QUERIES).answers(Answering.json(200, "{}")
        .and("Set-Cookie", "a=b").and("Server", "secret/1.0").and("X-Internal", "1").and("Access-Control-Allow-Origin", "*"));

    Client.alice(issuer).header("Cookie", "a=b").header("X-Forwarded-For", "1.2.3.4").header("X-Forwarded-Host", "evil").header("Forwarded", "for=x")
        .header("X-HTTP-Method-Override", "DELETE").header("Te", "trailers").header("X-Real-IP", "1.2.3.4").get(ORDERS).then().statusCode(200)
        .header("Set-Cookie", nullValue()).header("Server", nullValue()).header("X-Internal", nullValue())
        .header("Access-Control-Allow-Origin", nullValue());

    assertThat(asked(Service.QUERIES).headers().names()).map(String::toLowerCase)
        .isSubsetOf("accept", "host", "traceparent", "tracestate", "content-length");
    assertThat(asked(Service.QUERIES).method()).isEqualTo("GET");
  }

  @Test
  void the_trace_goes_on() {
    services.of(Service.QUERIES).answers(Answering.json(200, "{}"));

    Client.alice(issuer).header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01").get(ORDERS).then().statusCode(200);

    assertThat(asked(Service.QUERIES).header("traceparent").orElse("")).contains(TRACE);
  }

  @Test
  void where_something_is_is_told_by_the_gateways_own_name() {
    services.of(Service.ORDERS).answers(Answering.json(202, "{}").and("Location", "http://orders.internal:8081/v1/orders/" + Samples.ORDER_ID));

    var location = Client.alice(issuer).header("Idempotency-Key", "k").contentType("application/json").body("{}").post("/v1/orders").then()
        .statusCode(202).header("Location", endsWith("/v1/orders/" + Samples.ORDER_ID)).extract().header("Location");
    assertThat(location).doesNotContain("internal");
  }

  @Test
  void a_problem_is_passed_on_with_all_it_says() {
    services.of(Service.QUERIES).answers(Answering.with(400, "application/problem+json",
        "{\"type\":\"urn:tradewind:problem:invalid-cursor\",\"title\":\"T\",\"status\":400,\"detail\":\"D\",\"errors\":[{\"pointer\":\"/a\"}]}"));

    Client.alice(issuer).get(ORDERS).then().statusCode(400).contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:invalid-cursor")).body("errors[0].pointer", equalTo("/a"));
  }

  @Test
  void an_error_that_says_nothing_a_client_can_use_is_none_of_theirs() {
    services.of(Service.QUERIES).answers(Answering.with(500, "text/html", "<h1>java.lang.NullPointerException</h1>"));
    assertBadGateway(Client.alice(issuer).get(ORDERS));

    services.of(Service.QUERIES).answers(Answering.with(302, "text/html", "").and("Location", "http://elsewhere/"));
    assertBadGateway(Client.alice(issuer).get(ORDERS));
  }

  @Test
  void an_unsafe_call_without_a_key_goes_nowhere() {
    Client.alice(issuer).contentType("application/json").body("{\"email\":\"a@example.com\"}").put("/v1/customers/alice/contact").then()
        .statusCode(400).body("type", equalTo("urn:tradewind:problem:missing-idempotency-key"));

    assertThat(services.of(Service.NOTIFICATIONS).asked()).isEmpty();
  }

  @Test
  void headers_that_say_one_thing_are_sent_once() {
    Client.alice(issuer).header("Idempotency-Key", "a", "b").contentType("application/json").body("{}").post("/v1/orders").then()
        .statusCode(400).body("violations[0].field", equalTo("Idempotency-Key")).body("violations[0].rule", equalTo("must be sent once"));

    assertThat(services.of(Service.ORDERS).asked()).isEmpty();
  }

  @Test
  void a_removal_that_is_done_has_nothing_to_say() {
    services.of(Service.NOTIFICATIONS).answers(request -> request.response().setStatusCode(204).end());

    var answer = Client.alice(issuer).header("Idempotency-Key", "k").delete("/v1/customers/alice/contact").then()
        .statusCode(204).extract().asString();
    assertThat(answer).isEmpty();
    assertThat(asked(Service.NOTIFICATIONS).method()).isEqualTo("DELETE");
  }

  private static void assertBadGateway(Response answer) {
    answer.then().statusCode(502).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:bad-gateway"))
        .header("Location", nullValue());
    assertThat(answer.asString()).doesNotContain("NullPointer");
  }

  private Stub.Asked asked(Service service) {
    assertThat(services.of(service).asked()).hasSize(1);
    return services.of(service).asked().getFirst();
  }
}
