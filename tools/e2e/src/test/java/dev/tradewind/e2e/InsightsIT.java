package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.e2e.InsightsApi.Sold;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What insights finds out is what the orders say, also when it is killed while they come; and what it suspects is held up. */
@OnStage(value = "archive", place = "left")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("left")
class InsightsIT {

  private static final int ORDERS = 80;
  private static final int AT_ONCE = 10;
  private static final int TOO_MANY = 4;

  private final Stage stage;

  InsightsIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void figuresAreExactAlsoWhenTheServiceIsKilledWhileOrdersCome() {
    Instant from = Instant.now();
    String tea = stage.stock().product("FIGURES", 100_000);
    String mug = stage.stock().product("BESIDE", 100_000);
    List<NewOrder> wanted = IntStream.range(0, ORDERS).mapToObj(i -> order(i, tea, mug)).toList();
    List<Order> orders;
    try (Load load = new Load(stage.orders(), wanted, AT_ONCE)) {
      Stage.eventually().until(() -> !stage.insights().sold(tea, from, "day").isEmpty());
      stage.platform().kill("insights");
      stage.platform().start("insights");
      orders = load.all();
    }

    List<NewOrder> sold = stage.orders().ends(orders).entrySet().stream()
        .filter(order -> order.getValue().equals("DELIVERED")).map(order -> order.getKey().wanted()).toList();
    assertThat(sold).hasSizeBetween(1, ORDERS - 1);
    for (String by : List.of("minute", "hour", "day")) {
      Stage.eventually().ignoreException(UncheckedIOException.class)
          .untilAsserted(() -> assertThat(stage.insights().sold(tea, from, by)).as("by %s", by).isEqualTo(folded(sold, tea)));
    }
    assertThat(stage.insights().sold(mug, from, "minute")).isEqualTo(folded(sold, mug));
    long both = sold.stream().filter(order -> order.units(mug) > 0).count();
    Stage.eventually().untilAsserted(() -> assertThat(stage.insights().together(tea)).isEqualTo(Map.of(mug, both)));
    assertThat(stage.insights().together(mug)).isEqualTo(Map.of(tea, both));
  }

  private static NewOrder order(int i, String tea, String mug) {
    NewOrder good = NewOrder.of(tea, 1 + i % 3);
    NewOrder order = i % 4 == 0 ? good.and(mug, 2) : good;
    return i % 10 == 5 ? order.paying("tok_declined") : i % 3 == 0 ? order.to("Rotterdam", "3011", "NL") : order;
  }

  private static Map<String, Sold> folded(List<NewOrder> orders, String sku) {
    return orders.stream().filter(order -> order.units(sku) > 0).collect(Collectors.toMap(order -> order.shipTo().country(),
        order -> new Sold(order.units(sku), order.units(sku) * NewOrder.UNIT_PRICE, 1), Sold::plus));
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void theOrderThatIsOneTooManyWaitsForAnOperator() {
    String sku = stage.stock().product("HURRY", 1_000);
    String customer = NewOrder.of(sku, 1).customerId();
    // Orders come faster than they are carried out, so that the suspicion finds one under way.
    stage.provider().fail("refuse", Duration.ofSeconds(15));
    List<Order> orders = IntStream.range(0, Stage.MOST_ORDERS + TOO_MANY)
        .mapToObj(i -> stage.orders().place(NewOrder.of(sku, 1).by(customer))).toList();
    List<Order> suspected = orders.subList(Stage.MOST_ORDERS, orders.size());

    Stage.eventually().untilAsserted(() -> assertThat(stage.insights().suspicions(customer))
        .containsExactlyElementsOf(suspected.reversed().stream().map(order -> order.id() + " velocity").toList()));
    suspected.forEach(order -> Stage.eventually().until(() -> stage.orders().state(order), "IN_REVIEW"::equals));
    suspected.forEach(order -> assertThat(stage.orders().review(order.id(), "fine", "RELEASE").status()).isLessThan(300));
    assertThat(stage.orders().ends(orders).values()).containsOnly("DELIVERED");
    stage.queues().awaitCalm();
    stage.queues().areWithoutDeadLetters();
  }
}
