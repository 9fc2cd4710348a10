package dev.tradewind.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.stub.Client;
import dev.tradewind.gateway.stub.Samples;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who an order is for, and who cancels it: what the token says. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallersBodyTest {

  private static final String CANCEL = "/v1/orders/" + Samples.ORDER_ID + "/cancel";

  StubServices services;
  TestIssuer issuer;

  @BeforeEach
  void orders_takes_everything() {
    services.forget();
    services.of(Service.ORDERS).answers(request -> Answering.json(request.method().name().equals("GET") ? 200 : 202, Samples.ORDER).handle(request));
  }

  @Test
  void a_customer_who_says_nothing_orders_for_themselves() {
    place(Client.alice(issuer), "{\"currency\":\"EUR\",\"lines\":[{\"unitPrice\":1e2}]}").statusCode(202);

    assertThat(passed()).contains("\"customerId\":\"alice\"", "\"currency\":\"EUR\"");
  }

  @Test
  void what_says_who_it_is_for_is_passed_on_as_it_is() {
    var body = "{ \"currency\" : \"EUR\",  \"customerId\":\"alice\" }";
    place(Client.alice(issuer), body).statusCode(202);

    assertThat(passed()).isEqualTo(body);
  }

  @Test
  void a_customer_orders_for_nobody_else_and_an_operator_for_anybody() {
    place(Client.bob(issuer), "{\"customerId\":\"alice\"}").statusCode(403).body("type", equalTo("urn:tradewind:problem:not-your-customer"));
    assertThat(services.of(Service.ORDERS).asked()).isEmpty();

    place(Client.operator(issuer), "{\"customerId\":\"alice\"}").statusCode(202);
    assertThat(passed()).isEqualTo("{\"customerId\":\"alice\"}");
  }

  @Test
  void saying_it_twice_does_not_help() {
    place(Client.bob(issuer), "{\"customerId\":\"bob\",\"customerId\":\"alice\"}").statusCode(400)
        .body("type", equalTo("urn:tradewind:problem:malformed-json"));
    assertThat(services.of(Service.ORDERS).asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\"", "null", "{\"customerId\":7}", "{\"customerId\":null}"})
  void what_is_no_order_is_for_orders_to_judge(String body) {
    place(Client.alice(issuer), body).statusCode(202);
    assertThat(passed()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":}", "nonsense", "{\"a\":1} trailing"})
  void what_is_no_json_goes_nowhere(String body) {
    place(Client.alice(issuer), body).statusCode(400).contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:malformed-json"));
    assertThat(services.of(Service.ORDERS).asked()).isEmpty();
  }

  @Test
  void a_cancellation_is_by_who_asks() {
    cancel(Client.operator(issuer), "").statusCode(202);
    assertThat(passed()).isEqualTo("{\"by\":\"OPERATOR\"}");

    cancel(Client.operator(issuer), "{\"reason\":\"fraud\"}").statusCode(202);
    assertThat(passed()).isEqualTo("{\"reason\":\"fraud\",\"by\":\"OPERATOR\"}");

    cancel(Client.operator(issuer), "{\"by\":\"CUSTOMER\"}").statusCode(202);
    assertThat(passed()).isEqualTo("{\"by\":\"CUSTOMER\"}");

    cancel(Client.alice(issuer), "{\"reason\":\"changed-my-mind\"}").statusCode(202);
    assertThat(passed()).isEqualTo("{\"reason\":\"changed-my-mind\"}");

    cancel(Client.alice(issuer), "").statusCode(202);
    assertThat(passed()).isEmpty();
  }

  @Test
  void a_customer_is_no_operator_because_they_say_so() {
    cancel(Client.alice(issuer), "{\"by\":\"OPERATOR\"}").statusCode(403).body("type", equalTo("urn:tradewind:problem:operators-only"));
  }

  @Test
  void somebody_elses_order_cannot_be_cancelled_for_it_is_not_there() {
    cancel(Client.bob(issuer), "").statusCode(404).body("type", equalTo("urn:tradewind:problem:order-not-found"));
    assertThat(services.of(Service.ORDERS).asked()).allMatch(asked -> asked.method().equals("GET"));
  }

  private static ValidatableResponse place(RequestSpecification as, String body) {
    return as.header("Idempotency-Key", Client.newKey()).contentType("application/json").body(body).post("/v1/orders").then();
  }

  private static ValidatableResponse cancel(RequestSpecification as, String body) {
    var keyed = as.header("Idempotency-Key", Client.newKey());
    return (body.isEmpty() ? keyed.noContentType() : keyed.contentType("application/json").body(body)).post(CANCEL).then();
  }

  private String passed() {
    return services.of(Service.ORDERS).asked().getLast().body();
  }
}
