package dev.tradewind.orders.api;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.tradewind.orders.domain.OrderIds;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client hears of a service that takes no more orders. */
@QuarkusTest
@TestProfile(RefusedOrdersTest.Full.class)
class RefusedOrdersTest {

  /** There is no room for any order. */
  public static final class Full implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("tradewind.admission.at-once", "0");
    }
  }

  @Test
  void it_is_told_when_to_come_again_and_nothing_was_begun() {
    var key = OrdersApi.newKey();

    OrdersApi.place(key, OrdersApi.GOOD).then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("1"))
        .body("type", equalTo("urn:tradewind:problem:unavailable"))
        .body("status", is(503));

    OrdersApi.show(OrderIds.of("c-1", key)).statusCode(404);
  }

  @Test
  void a_bad_request_is_a_bad_request_all_the_same() {
    OrdersApi.place(OrdersApi.newKey(), "{}").then().statusCode(400);
  }
}
