package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service dies in the middle of everything, as with {@code kill -9}, and starts again. */
@OnStage("storm")
class KillIT {

  private static final int ORDERS = 200;
  private static final int AT_ONCE = 40;
  private static final int KILL_AFTER = 80;

  private final Stage stage;

  KillIT(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "inventory", "payments", "shipping"})
  void losesNoOrderAndChargesNobodyTwice(String victim) {
    String sku = stage.stock().product("STORM", 100_000);
    Map<NewOrder, String> wanted = Mix.of(ORDERS, sku);
    List<Order> orders;
    try (Load load = new Load(stage.orders(), wanted.keySet(), AT_ONCE)) {
      load.awaitAccepted(KILL_AFTER);
      stage.platform().kill(victim);
      stage.platform().start(victim);
      orders = load.all();
    }

    Map<Order, String> ends = stage.orders().ends(orders);
    ends.forEach((order, end) -> assertThat(end).as("end of %s", order).isEqualTo(wanted.get(order.wanted())));
    assertThat(ends).hasSize(ORDERS);
    stage.books().agree(ends);
    stage.stock().shows(sku, 100_000, Books.kept(sku, ends));
    stage.queues().awaitCalm();
    stage.queues().areWithoutDeadLetters();
  }
}
