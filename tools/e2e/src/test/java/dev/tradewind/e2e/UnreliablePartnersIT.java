package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All troubles begin together, because most of each is waiting. */
@OnStage("calm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreliablePartnersIT {

  private enum Trouble {
    AUTHORIZED_BUT_THE_ANSWER_IS_LOST, CAPTURED_BUT_THE_ANSWER_IS_LOST, SLOW_PROVIDER, PROVIDER_FAILS_TWICE,
    BOOKED_BUT_THE_ANSWER_IS_LOST, SLOW_CARRIER, CARRIER_FAILS_TWICE;

    NewOrder order(String sku) {
      NewOrder order = NewOrder.of(sku, 1);
      return switch (this) {
        case AUTHORIZED_BUT_THE_ANSWER_IS_LOST -> order.paying("tok_lost_answer");
        case CAPTURED_BUT_THE_ANSWER_IS_LOST -> order.paying("tok_capture_lost_answer");
        case SLOW_PROVIDER -> order.paying("tok_slow");
        case PROVIDER_FAILS_TWICE -> order.paying("tok_error_500");
        case BOOKED_BUT_THE_ANSWER_IS_LOST -> order.to("Lostville", "20095", "DE");
        case SLOW_CARRIER -> order.to("Slowville", "20095", "DE");
        case CARRIER_FAILS_TWICE -> order.to("Errortown", "20095", "DE");
      };
    }
  }

  private final Stage stage;
  private final Map<Trouble, String> products = new EnumMap<>(Trouble.class);
  private final Map<Trouble, Order> orders = new EnumMap<>(Trouble.class);

  UnreliablePartnersIT(Stage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void placeAll() {
    for (Trouble trouble : Trouble.values()) {
      products.put(trouble, stage.stock().product("TROUBLE", 2));
      orders.put(trouble, stage.orders().place(trouble.order(products.get(trouble))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsInADeliveryThatIsPaidOnce(Trouble trouble) {
    Order order = orders.get(trouble);

    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");

    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(products.get(trouble), 2, 1);
    stage.queues().areWithoutDeadLetters();
  }
}
