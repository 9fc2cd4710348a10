package dev.tradewind.orders.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.orders.api.OrdersApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ready says whether the queues can be read; live says whether a restart would help; both tell the truth and recover. */
@QuarkusTest
@QuarkusTestResource(value = CloudBehindProxy.class, restrictToAnnotatedClass = true)
class HealthTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  TcpProxy cloud;

  @AfterEach
  void mend() {
    cloud.mend();
    await().atMost(PATIENCE).until(() -> status("ready") == 200);
  }

  @Test
  void ready_names_every_queue() {
    await().atMost(PATIENCE).until(() -> status("ready") == 200);
    assertThat(given().get("/q/health/ready").asString()).contains("orders-commands", "orders-events", "RECEIVING");
  }

  @Test
  void live_and_started_are_told_too() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/started").then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void without_its_queues_it_is_not_ready_but_lives_and_is_ready_again_when_they_are_back() {
    await().atMost(PATIENCE).until(() -> status("ready") == 200);

    cloud.cut();
    await().atMost(PATIENCE).until(() -> status("ready") == 503);
    assertThat(status("live")).isEqualTo(200);

    cloud.mend();
    await().atMost(PATIENCE).until(() -> status("ready") == 200);
    OrdersApi.place();
  }

  @Test
  void an_order_that_cannot_be_written_is_asked_to_come_again_with_the_same_key() {
    var key = OrdersApi.newKey();
    cloud.cut();
    OrdersApi.place(key, OrdersApi.GOOD).then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("1"))
        .body("type", equalTo("urn:tradewind:problem:unavailable"));

    cloud.mend();
    OrdersApi.place(key, OrdersApi.GOOD).then().statusCode(202);
  }

  private static int status(String kind) {
    return given().get("/q/health/" + kind).statusCode();
  }
}
