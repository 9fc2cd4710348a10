package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What queries shows is what orders says, although queries dies in the middle of everything. */
@OnStage("storm")
class ViewsIT {

  private static final int ORDERS = 100;
  private static final int AT_ONCE = 20;
  private static final int KILL_AFTER = 40;
  private static final List<String> SHARED =
      List.of("orderId", "customerId", "state", "reason", "total", "lines", "version", "placedAt", "changedAt");

  private final Stage stage;

  ViewsIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void equalTheOrdersInTheEnd() {
    String sku = stage.stock().product("VIEWED", 100_000);
    Map<NewOrder, String> wanted = Mix.of(ORDERS, sku);
    List<Order> orders;
    try (Load load = new Load(stage.orders(), wanted.keySet(), AT_ONCE)) {
      load.awaitAccepted(KILL_AFTER);
      stage.platform().kill("queries");
      orders = load.all();
    }
    Order regretted = stage.orders().place(NewOrder.of(sku, 1).paying("tok_slow"));
    assertThat(stage.orders().cancel(regretted.id(), "regret").status()).isEqualTo(202);
    stage.platform().start("queries");

    Map<Order, String> ends = stage.orders().ends(orders);
    assertThat(stage.orders().end(regretted)).isEqualTo("CANCELLED");
    ends.put(regretted, "CANCELLED");
    ends.keySet().forEach(this::isShownAsItIs);
    ends.forEach((order, end) -> assertThat(stage.views().ofCustomer(order.wanted().customerId())).containsExactly(order.id()));
    List.of("DELIVERED", "CANCELLED", "REJECTED").forEach(end -> assertThat(stage.views().inState(end)).doesNotHaveDuplicates()
        .containsAll(ends.entrySet().stream().filter(entry -> entry.getValue().equals(end)).map(entry -> entry.getKey().id()).toList()));
    stage.queues().awaitCalm();
    stage.queues().areWithoutDeadLetters();
  }

  @Test
  void showAClientItsOwnWrite() {
    Order order = stage.orders().place(NewOrder.of(stage.stock().product("MINE", 1), 1));

    assertThat(stage.views().atLeast(1, order.id()).path("customerId").asText()).isEqualTo(order.wanted().customerId());
    stage.orders().end(order);
    isShownAsItIs(order);
  }

  private void isShownAsItIs(Order order) {
    JsonNode truth = stage.orders().show(order.id()).json();
    JsonNode view = stage.views().atLeast(truth.path("version").asLong(), order.id());
    SHARED.forEach(field -> assertThat(view.get(field)).as("%s of %s", field, order.id()).isEqualTo(truth.get(field)));
    assertThat(view.path("country").asText()).isEqualTo(order.wanted().shipTo().country());
  }
}
