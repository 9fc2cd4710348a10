package dev.tradewind.orders.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Message;
import dev.tradewind.orders.domain.OrderIds;
import dev.tradewind.orders.messaging.Partners;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is ordered must agree with what catalog told; what was accepted stays accepted. */
@QuarkusTest
class CheckedOrdersTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Instant LONG_AGO = Instant.EPOCH;

  @Inject
  Partners partners;

  private final String sku = "C-" + UUID.randomUUID().toString().toUpperCase();

  @Test
  void a_product_can_be_ordered_once_it_was_told() {
    order(499).then().statusCode(422).contentType("application/problem+json").header("Retry-After", "1")
        .body("type", equalTo("urn:tradewind:problem:unknown-product"))
        .body("errors.pointer", contains("/lines/0/sku")).body("errors[0].price", nullValue());

    tell(1, true, 499, List.of(), LONG_AGO);

    awaitAccepted(499);
  }

  @Test
  void a_wrong_price_is_refused_with_the_one_there_is() {
    tell(1, true, 499, List.of(), LONG_AGO);
    awaitAccepted(499);

    order(450).then().statusCode(422).header("Retry-After", nullValue())
        .body("type", equalTo("urn:tradewind:problem:price-changed"))
        .body("errors.pointer", contains("/lines/0/unitPrice")).body("errors.code", contains("price-changed"))
        .body("errors[0].price.amount", is(499)).body("errors[0].price.currency", equalTo("EUR"));
  }

  @Test
  void a_price_that_was_right_a_moment_ago_is_still_accepted_and_one_of_long_ago_is_not() {
    tell(1, true, 499, List.of(), LONG_AGO);
    awaitAccepted(499);
    // Ahead of the clock, so that the grace does not end while the test runs.
    tell(2, true, 549, List.of(new Money(499, "EUR")), Instant.now().plus(Duration.ofMinutes(10)));

    awaitAccepted(549);
    order(499).then().statusCode(202);

    tell(3, true, 549, List.of(new Money(499, "EUR")), Instant.now().minus(Duration.ofMinutes(10)));
    await().atMost(SOON).until(() -> order(499).statusCode() == 422);
    order(549).then().statusCode(202);
  }

  @Test
  void an_accepted_order_stays_accepted_at_its_price_whatever_becomes_of_the_product() {
    tell(1, true, 499, List.of(), LONG_AGO);
    awaitAccepted(499);
    var key = OrdersApi.newKey();
    var first = OrdersApi.place(key, body(499));
    assertThat(first.statusCode()).isEqualTo(202);

    tell(2, true, 549, List.of(new Money(499, "EUR")), LONG_AGO);
    await().atMost(SOON).until(() -> order(499).statusCode() == 422);
    tell(3, false, 549, List.of(new Money(499, "EUR")), LONG_AGO);
    await().atMost(SOON).until(() -> order(549).statusCode() == 422);

    var again = OrdersApi.place(key, body(499));
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.asString()).isEqualTo(first.asString());
    OrdersApi.show(OrderIds.of("c-1", key)).body("total.amount", is(998));
    OrdersApi.place(key, body(450)).then().statusCode(422).body("type", equalTo("urn:tradewind:problem:idempotency-key-reused"));
  }

  @Test
  void what_was_withdrawn_is_refused_and_can_be_ordered_again_once_it_is_back() {
    tell(1, true, 499, List.of(), LONG_AGO);
    awaitAccepted(499);
    tell(2, false, 499, List.of(), LONG_AGO);
    await().atMost(SOON).until(() -> order(499).statusCode() == 422);
    order(499).then().body("type", equalTo("urn:tradewind:problem:product-not-sold"));

    tell(3, true, 499, List.of(), LONG_AGO);

    awaitAccepted(499);
  }

  @Test
  void a_refused_order_leaves_its_key_free() {
    var key = OrdersApi.newKey();
    OrdersApi.place(key, body(499)).then().statusCode(422);
    tell(1, true, 499, List.of(), LONG_AGO);

    await().atMost(SOON).until(() -> OrdersApi.place(key, body(499)).statusCode() == 202);
  }

  @Test
  void what_comes_late_changes_nothing() {
    tell(2, true, 549, List.of(), LONG_AGO);
    awaitAccepted(549);
    tell(1, true, 499, List.of(), LONG_AGO);
    // Behind the late one in the same queue.
    tell(3, true, 599, List.of(), LONG_AGO);

    awaitAccepted(599);
    order(499).then().statusCode(422);
  }

  private void awaitAccepted(long price) {
    await().atMost(SOON).until(() -> order(price).statusCode() == 202);
  }

  private Response order(long price) {
    return OrdersApi.place(OrdersApi.newKey(), body(price));
  }

  private String body(long price) {
    return Requests.JSON.replaceAll("(?s)\"lines\": \\[.*?\\]",
        "\"lines\": [{\"sku\": \"%s\", \"quantity\": 2, \"unitPrice\": %d}]".formatted(sku, price));
  }

  private void tell(long version, boolean active, long price, List<Money> former, Instant since) {
    var changed = new ProductChanged(sku, "Tea", "", active, List.of(new Money(price, "EUR")), former, since);
    partners.send(new Message("product/%s/%d/0".formatted(sku, version), "/tradewind/catalog", "product/" + sku, version, Instant.now(),
        "request/put/k", sku, "", Optional.empty(), changed));
  }
}
