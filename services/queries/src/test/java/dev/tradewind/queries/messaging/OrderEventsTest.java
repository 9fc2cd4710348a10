package dev.tradewind.queries.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradewind.contracts.inventory.StockReleased;
import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.Told;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the topic of orders over the queue into the view, as the chart connects them. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderEventsTest {

  @Inject
  OrdersTopic orders;

  @Inject
  MeterRegistry meters;

  private final Told order = Told.order("c-1", 0);

  @ParameterizedTest
  @EnumSource
  void whatever_orders_tells_reaches_the_view(OrderState state) {
    orders.tell(order.that(state, 4));

    eventually().until(() -> shown().equals(state.name()));
  }

  @Test
  void events_that_come_late_or_twice_change_nothing_and_are_counted() {
    orders.tell(order.that(OrderState.DELIVERED, 7));
    eventually().until(() -> shown().equals("DELIVERED"));
    var skipped = events("skipped");
    var written = events("written");

    orders.tell(order.that(OrderState.PLACED, 1));
    orders.tell(order.that(OrderState.DELIVERED, 7));
    eventually().until(() -> events("skipped") >= skipped + 2);
    assertThat(shown()).isEqualTo("DELIVERED");
    assertThat(events("written")).isEqualTo(written);
  }

  @Test
  void how_far_the_view_is_behind_is_measured() {
    var before = meters.get("tradewind.views.lag").timer().count();
    orders.tell(order.that(OrderState.PLACED, 1));

    eventually().until(() -> meters.get("tradewind.views.lag").timer().count() > before);
    assertThat(meters.get("tradewind.views.lag").timer().max(TimeUnit.SECONDS)).isPositive();
  }

  @Test
  void what_queries_does_not_listen_to_is_buried_with_the_reason() {
    var stranger = order.message(new StockReleased(order.orderId()), 1);
    orders.send(stranger);

    eventually().untilAsserted(() -> assertThat(orders.dead())
        .anySatisfy(message -> {
          assertThat(message.body()).contains(stranger.id());
          assertThat(message.messageAttributes().get("reason").stringValue())
              .isEqualTo("queries listens to events of orders, not to StockReleased");
        }));
  }

  @Test
  void an_order_of_nobody_is_buried_too() {
    var nobodys = new Told(order.orderId(), " ", Told.NOON, order.skus()).that(OrderState.PLACED, 1);
    orders.tell(nobodys);

    eventually().untilAsserted(() -> assertThat(orders.dead())
        .anySatisfy(message -> {
          assertThat(message.body()).contains(nobodys.id());
          assertThat(message.messageAttributes().get("reason").stringValue())
              .isEqualTo("no order can be as it is told: customerId must not be blank");
        }));
  }

  private String shown() {
    var answer = given().get("/v1/orders/{id}", order.orderId());
    return answer.statusCode() == 200 ? answer.jsonPath().getString("state") : "";
  }

  private double events(String outcome) {
    return meters.counter("tradewind.views.events", "outcome", outcome).count();
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
  }
}
