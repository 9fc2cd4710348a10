package dev.tradewind.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One answer made of what four services say: the order must be there, the rest may be missing. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposedOrderTest {

  StubServices services;
  TestIssuer issuer;

  private String sku;

  @BeforeEach
  void everything_is_there() {
    services.forget();
    sku = Samples.whole(services);
  }

  @Test
  void the_first_version_is_what_orders_tells_with_the_parts_beside_it() {
    show("v1").statusCode(200)
        .body("orderId", equalTo(Samples.ORDER_ID)).body("customerId", equalTo("alice")).body("state", equalTo("DISPATCHED"))
        .body("total.amount", equalTo(1497)).body("lines[0].unitPrice", equalTo(499)).body("trackingNumber", equalTo("TR-1"))
        .body("version", equalTo(7)).body("placedAt", equalTo("2026-03-01T12:00:00Z"))
        .body("payment.state", equalTo("CAPTURED")).body("payment.amount.currency", equalTo("EUR"))
        .body("shipment.state", equalTo("DISPATCHED")).body("products.'" + sku + "'.name", equalTo("Earl Grey"));
  }

  @Test
  void the_second_version_says_the_currency_of_all_money_and_of_each_part_whether_it_is_there() {
    show("v2").statusCode(200)
        .body("id", equalTo(Samples.ORDER_ID)).body("customer", equalTo("alice")).body("trackingNumber", nullValue())
        .body("lines[0].product.sku", equalTo(sku)).body("lines[0].product.name", equalTo("Earl Grey"))
        .body("lines[0].unitPrice.amount", equalTo(499)).body("lines[0].unitPrice.currency", equalTo("EUR"))
        .body("lines[0].total.amount", equalTo(1497))
        .body("payment.status", equalTo("available")).body("payment.state", equalTo("CAPTURED"))
        .body("shipment.status", equalTo("available")).body("shipment.trackingNumber", equalTo("TR-1"));
  }

  @Test
  void what_the_provider_calls_things_is_not_the_customers_business() {
    assertThat(show("v1").extract().asString() + show("v2").extract().asString()).doesNotContain("au-1", "ca-1");
  }

  @Test
  void only_the_first_version_says_that_it_has_a_successor() {
    show("v1").header("Deprecation", matchesPattern("@\\d{10}")).header("Sunset", matchesPattern("[A-Z][a-z]{2}, .* GMT"))
        .header("Link", equalTo("</v2/orders/" + Samples.ORDER_ID
            + ">; rel=\"successor-version\", </openapi/v2>; rel=\"deprecation\"; type=\"application/yaml\""));
    show("v2").header("Deprecation", nullValue()).header("Sunset", nullValue());
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYMENTS", "SHIPPING", "CATALOG"})
  void a_part_that_does_not_answer_is_unavailable_and_the_order_is_there(Service silent) {
    services.of(silent).answers(Answering.silence());

    show("v1").statusCode(200).body("state", equalTo("DISPATCHED")).body(part(silent) + ".unavailable", equalTo("It did not come in time."));
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYMENTS", "SHIPPING", "CATALOG"})
  void a_part_whose_service_fails_says_why(Service failing) {
    services.of(failing).answers(Answering.problem(500, "internal-error", "secret detail"));

    show("v1").statusCode(200).body(part(failing) + ".unavailable", equalTo(failing.label() + " answered 500."));
    assertThat(show("v2").statusCode(200).extract().asString())
        .contains("\"status\":\"unavailable\",\"reason\":\"" + failing.label() + " answered 500.\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void what_was_never_asked_for_is_none_and_not_unavailable(String version) {
    services.of(Service.PAYMENTS).answers(Answering.problem(404, "payment-not-found", "No payment was asked for under this order id."));
    services.of(Service.SHIPPING).answers(Answering.problem(404, "shipment-not-found", "No shipment was asked for under this order id."));

    show(version).statusCode(200).body("payment.state", equalTo("NONE")).body("shipment.state", equalTo("NONE"));
  }

  @Test
  void a_product_the_catalog_does_not_know_has_no_name() {
    services.of(Service.CATALOG).answers(Answering.json(200, "{\"products\":[]}"));

    show("v2").statusCode(200).body("lines[0].product.status", equalTo("available")).body("lines[0].product.name", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void the_tag_is_of_the_whole_answer(String version) {
    var tag = show(version).extract().header("ETag");

    Client.alice(issuer).header("If-None-Match", tag).get("/" + version + "/orders/" + Samples.ORDER_ID).then()
        .statusCode(304).header("ETag", equalTo(tag));

    services.of(Service.SHIPPING).answers(Answering.json(200, Samples.SHIPMENT.replace("DISPATCHED", "DELIVERED")));
    Client.alice(issuer).header("If-None-Match", tag).get("/" + version + "/orders/" + Samples.ORDER_ID).then()
        .statusCode(200).header("ETag", not(equalTo(tag))).body("shipment.state", equalTo("DELIVERED"));
  }

  @Test
  void whoever_wants_another_one_is_told_so() {
    Client.alice(issuer).header("If-Match", "\"another\"").get("/v2/orders/" + Samples.ORDER_ID).then().statusCode(412)
        .contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:precondition-failed"));
  }

  @Test
  void an_order_that_cannot_be_told_is_no_answer() {
    services.of(Service.ORDERS).answers(Answering.silence());
    show("v1").statusCode(504).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:service-timeout"));

    services.of(Service.ORDERS).answers(Answering.json(200, "{\"orderId\":"));
    show("v1").statusCode(502).contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:bad-gateway"));
  }

  @Test
  void what_orders_says_against_it_is_passed_on_as_it_is() {
    services.of(Service.ORDERS).answers(Answering.problem(503, "too-many-orders", "As many as can be carried out.").and("Retry-After", "7"));

    show("v1").statusCode(503).header("Retry-After", equalTo("7")).body("type", equalTo("urn:tradewind:problem:too-many-orders"))
        .body("detail", equalTo("As many as can be carried out."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void somebody_elses_order_is_not_there_and_an_operator_sees_it(String version) {
    var path = "/" + version + "/orders/" + Samples.ORDER_ID;
    Client.bob(issuer).get(path).then().statusCode(404).body("type", equalTo("urn:tradewind:problem:order-not-found"))
        .body("detail", equalTo("There is no order with this id."));
    Client.operator(issuer).get(path).then().statusCode(200);
  }

  private ValidatableResponse show(String version) {
    return Client.alice(issuer).get("/" + version + "/orders/" + Samples.ORDER_ID).then();
  }

  private static String part(Service service) {
    return switch (service) {
      case PAYMENTS -> "payment";
      case SHIPPING -> "shipment";
      default -> "products";
    };
  }
}
