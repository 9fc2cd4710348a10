package dev.tradewind.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.contract.Contracts.Door;
import dev.tradewind.gateway.stub.Client;
import dev.tradewind.gateway.stub.Samples;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.Stub.Asked;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the contracts, tried with every key. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorsTest {

  private final String trace = UUID.randomUUID().toString().replace("-", "");

  StubServices services;
  TestIssuer issuer;

  @BeforeEach
  void every_service_answers_everything() {
    services.forget();
    Arrays.stream(Service.values()).forEach(service -> services.of(service).answers(Answering.json(200, "{}")));
    Samples.whole(services);
    services.of(Service.CATALOG).answers(Answering.json(200, "{\"products\":[" + Samples.PRODUCT + "]}"));
  }

  static Stream<Door> all() {
    return Contracts.doors();
  }

  static Stream<Door> ofCustomers() {
    return Contracts.doors().filter(door -> door.needsToken() && !door.isForOperators());
  }

  static Stream<Door> ofOthers() {
    return ofCustomers().filter(door -> door.path().contains("{customerId}") || door.path().contains("{orderId}"));
  }

  static Stream<Door> ofOperators() {
    return Contracts.doors().filter(Door::isForOperators);
  }

  @ParameterizedTest
  @MethodSource("all")
  void without_a_token_only_public_doors_open(Door door) {
    var answer = knock(given(), door);
    if (door.needsToken()) {
      answer.statusCode(401).header("WWW-Authenticate", startsWith("Bearer")).contentType("application/problem+json")
          .body("type", equalTo("urn:tradewind:problem:token-required"));
      assertNobodyWasAsked();
    } else {
      answer.statusCode(200);
    }
  }

  @ParameterizedTest
  @MethodSource("ofOperators")
  void customers_do_not_get_in_where_operators_work(Door door) {
    knock(Client.alice(issuer), door).statusCode(403).contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:operators-only"));
    assertNobodyWasAsked();
  }

  @ParameterizedTest
  @MethodSource("ofOthers")
  void customers_do_not_get_in_at_others(Door door) {
    knock(Client.bob(issuer), door).statusCode(door.path().contains("{customerId}") ? 403 : 404).contentType("application/problem+json");
    assertThat(services.of(Service.NOTIFICATIONS).asked()).isEmpty();
    assertThat(services.of(Service.QUERIES).asked()).isEmpty();
    assertThat(services.of(Service.ORDERS).asked()).allMatch(asked -> asked.uri().equals("/v1/orders/" + Samples.ORDER_ID));
  }

  @ParameterizedTest
  @MethodSource("ofCustomers")
  void customers_get_in_at_their_own(Door door) {
    knock(Client.alice(issuer), door).statusCode(200);
    assertThat(asked()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void operators_get_in_everywhere(Door door) {
    knock(Client.operator(issuer), door).statusCode(200);
  }

  private void assertNobodyWasAsked() {
    assertThat(asked()).isEmpty();
  }

  /** Because of this request: products may be loaded again, behind what was asked for before. */
  private List<Asked> asked() {
    return Arrays.stream(Service.values()).flatMap(service -> services.of(service).asked().stream())
        .filter(asked -> asked.header("traceparent").orElse("").contains(trace)).toList();
  }

  private ValidatableResponse knock(RequestSpecification as, Door door) {
    var traced = as.header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace));
    var request = door.isUnsafe() ? traced.header("Idempotency-Key", Client.newKey()) : traced;
    var body = door.operation().getRequestBody();
    var complete = body == null ? request.noContentType() : request.contentType(body.getContent().keySet().iterator().next()).body("{}");
    return complete.request(door.method().name(), door.samplePath()).then();
  }
}
