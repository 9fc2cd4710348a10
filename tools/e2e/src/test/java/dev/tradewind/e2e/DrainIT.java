package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service is asked to stop (SIGTERM) under load: it finishes what it began, and goes. */
@OnStage("storm")
class DrainIT {

  private static final int ORDERS = 100;
  private static final int AT_ONCE = 40;
  private static final int STOP_AFTER = 40;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Stage stage;

  DrainIT(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "inventory", "payments", "shipping"})
  void finishesWhatItBeganWithinTwentySecondsAndLosesNothing(String service) {
    String sku = stage.stock().product("DRAIN", 100_000);
    Map<NewOrder, String> wanted = Mix.of(ORDERS, sku);
    Duration took;
    String said;
    List<Order> orders;
    try (Load load = new Load(stage.orders(), wanted.keySet(), AT_ONCE)) {
      load.awaitAccepted(STOP_AFTER);
      long logged = stage.platform().log(service).size();
      long from = System.nanoTime();
      stage.platform().stop(service);
      took = Duration.ofNanos(System.nanoTime() - from);
      said = stage.platform().log(service).from(logged);
      stage.platform().start(service);
      orders = load.all();
    }

    assertThat(took).as("how long %s took to stop", service).isLessThan(LIMIT);
    stage.queues().all().stream().filter(queue -> queue.startsWith("tradewind-" + service + "-")).forEach(queue ->
        assertThat(said).contains("drained: queue=" + queue + " unfinished=0 "));
    Map<Order, String> ends = stage.orders().ends(orders);
    ends.forEach((order, end) -> assertThat(end).as("end of %s", order).isEqualTo(wanted.get(order.wanted())));
    assertThat(ends).hasSize(ORDERS);
    stage.books().agree(ends);
    stage.stock().shows(sku, 100_000, Books.kept(sku, ends));
    stage.queues().awaitCalm();
    stage.queues().areWithoutDeadLetters();
  }
}
