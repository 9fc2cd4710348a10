package dev.tradewind.chaos.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.chaos.proxy.Routes;
import dev.tradewind.chaos.proxy.Routes.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscribersTest {

  static final Routes ROUTES = new Routes(Map.of(
      "arn:aws:sns:us-east-1:000000000000:tradewind-orders", List.of(
          new Route("tradewind-inventory-events", Set.of("tradewind.orders.OrderConfirmed.v1")),
          new Route("tradewind-shipping-events", Set.of("tradewind.orders.OrderConfirmed.v1"))),
      "arn:aws:sns:us-east-1:000000000000:tradewind-payments", List.of(
          new Route("tradewind-orders-events", Set.of("tradewind.payments.PaymentAuthorized.v1", "tradewind.payments.PaymentCaptured.v1")))));

  private final Subscribers subscribers = new Subscribers(ROUTES);

  @Test
  void an_event_goes_to_everyone_who_subscribes_to_it() {
    assertThat(subscribers.of("orders", "tradewind.orders.OrderConfirmed.v1"))
        .containsExactlyInAnyOrder("tradewind-inventory-events", "tradewind-shipping-events");
    assertThat(subscribers.of("payments", "tradewind.payments.PaymentCaptured.v1")).containsExactly("tradewind-orders-events");
  }

  @Test
  void an_event_that_nobody_subscribes_to_goes_nowhere() {
    assertThat(subscribers.of("orders", "tradewind.orders.OrderPlaced.v1")).isEmpty();
  }

  @Test
  void a_command_goes_to_the_service_it_asks() {
    assertThat(subscribers.of("orders", "tradewind.payments.CapturePayment.v1")).containsExactly("tradewind-payments-commands");
  }

  @Test
  void a_deadline_comes_back_to_its_sender() {
    assertThat(subscribers.of("shipping", "tradewind.chassis.Deadline.v1")).containsExactly("tradewind-shipping-commands");
  }
}
