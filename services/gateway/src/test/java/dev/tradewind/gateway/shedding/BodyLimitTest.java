package dev.tradewind.gateway.shedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.stub.Client;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How large bodies may be. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyLimitTest {

  private static final int KIBIBYTES_64 = 65_536;

  @TestHTTPResource("/v1/orders")
  URI orders;

  StubServices services;
  TestIssuer issuer;

  @BeforeEach
  void services_take_everything() {
    services.forget();
    services.of(Service.ORDERS).answers(Answering.json(202, "{}"));
    services.of(Service.CATALOG).answers(Answering.json(202, "{}"));
  }

  @Test
  void an_order_of_64_kibibytes_is_passed_on_and_one_byte_more_is_too_much() {
    place(body(KIBIBYTES_64)).statusCode(202);
    place(body(KIBIBYTES_64 + 1)).statusCode(413).contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:body-too-large"));

    assertThat(services.of(Service.ORDERS).asked()).hasSize(1);
  }

  @Test
  void ten_thousand_lines_are_too_much_and_ten_thousand_short_ones_are_for_orders_to_refuse() {
    place("{\"lines\":[" + "{\"sku\":\"TEA-001\",\"quantity\":1,\"unitPrice\":1},".repeat(10_000) + "{}]}").statusCode(413);

    services.of(Service.ORDERS).answers(Answering.problem(400, "invalid-request", "The request breaks 1 rule; see violations."));
    place("{\"lines\":[" + "{},".repeat(10_000) + "{}]}").statusCode(400).body("type", equalTo("urn:tradewind:problem:invalid-request"));
  }

  @Test
  void what_does_not_say_how_large_it_is_is_stopped_when_it_is_too_large() throws Exception {
    assertThat(chunked(KIBIBYTES_64)).isEqualTo(202);
    assertThat(services.of(Service.ORDERS).asked().getFirst().body()).isEqualTo(body(KIBIBYTES_64));
    assertThat(chunked(KIBIBYTES_64 + 1)).isEqualTo(413);
    assertThat(chunked(20_000_000)).isEqualTo(413);
  }

  @Test
  void an_import_may_be_larger_and_not_endless() {
    upload("sku,name\n".repeat(100_000)).statusCode(202);
    upload("x".repeat(4 * 1024 * 1024 + 1)).statusCode(413).body("type", equalTo("urn:tradewind:problem:body-too-large"));
  }

  private ValidatableResponse upload(String csv) {
    return Client.operator(issuer).header("Idempotency-Key", Client.newKey()).contentType("text/csv").body(csv).post("/v1/products/imports").then();
  }

  private ValidatableResponse place(String body) {
    return Client.operator(issuer).header("Idempotency-Key", Client.newKey()).contentType("application/json").body(body).post("/v1/orders").then();
  }

  private int chunked(int length) throws Exception {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(length).getBytes()));
      var request = HttpRequest.newBuilder(orders).POST(body).header("Content-Type", "application/json")
          .header("Idempotency-Key", Client.newKey()).header("Authorization", "Bearer " + issuer.operator()).build();
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  private static String body(int length) {
    var frame = "{\"customerId\":\"alice\",\"a\":\"\"}";
    return frame.replace("\"a\":\"\"", "\"a\":\"" + "x".repeat(length - frame.length()) + "\"");
  }
}
