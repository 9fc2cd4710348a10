package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnStage("calm")
class HappyOrdersIT {

  private final Stage stage;

  HappyOrdersIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void anOrderIsConfirmedThenDeliveredAndPaidOnce() {
    String sku = stage.stock().product("HAPPY", 10);
    Order order = stage.orders().place(NewOrder.of(sku, 3));

    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");

    assertThat(stage.orders().events(order)).startsWith("OrderPlaced").containsSubsequence("OrderConfirmed", "OrderDispatched", "OrderDelivered");
    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(sku, 10, 3);
    stage.queues().areWithoutDeadLetters();
  }

  @Test
  void everyLineOfAnOrderIsTakenFromStock() {
    String tea = stage.stock().product("TEA", 5);
    String pot = stage.stock().product("POT", 5);
    Order order = stage.orders().place(NewOrder.of(tea, 5).and(pot, 1));

    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");

    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(tea, 5, 5);
    stage.stock().shows(pot, 5, 1);
  }

  @Test
  void theVersionsOfItsStreamsHaveNoGapsAndTheEtagIsTheOrdersVersion() {
    Order order = stage.orders().place(NewOrder.of(stage.stock().product("GAPLESS", 1), 1));
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");

    long version = stage.journal().version("orders", "order/" + order.id());

    assertThat(stage.orders().show(order.id()).headers().get("ETag")).isEqualTo("\"" + version + "\"");
    assertThat(stage.orders().history(order).path("steps")).hasSize((int) version);
    assertThat(stage.journal().version("payments", "payment/" + order.id())).isPositive();
    assertThat(stage.journal().version("shipping", "shipment/" + order.id())).isPositive();
  }
}
