package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Views are disposable: the archive makes the same ones again, while orders go on. */
@OnStage(value = "archive", place = "left")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("left")
class ReplayIT {

  private static final int ORDERS = 40;
  private static final int AT_ONCE = 10;
  private static final String OLD = "tradewind-queries";
  private static final String NEW = "tradewind-queries-again";

  private final Stage stage;

  ReplayIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aReplayMakesTheSameViewsToTheLastByteAndRefusesATableInUse() {
    String sku = stage.stock().product("REPLAY", 100_000);
    try (Load load = new Load(stage.orders(), Mix.of(ORDERS, sku).keySet(), AT_ONCE)) {
      assertThat(stage.orders().ends(load.all())).hasSize(ORDERS);
    }
    stage.queues().awaitCalm();
    SortedMap<String, Map<String, AttributeValue>> views = stage.journal().table(OLD, "order");
    assertThat(views).hasSizeGreaterThanOrEqualTo(ORDERS);

    List<Order> later;
    try (Load meanwhile = new Load(stage.orders(), Mix.of(ORDERS, sku).keySet(), AT_ONCE)) {
      assertThat(stage.timeMachine().replay(NEW)).isZero();
      later = meanwhile.all();
      assertThat(stage.orders().ends(later)).hasSize(ORDERS);
    }
    stage.queues().awaitCalm();

    SortedMap<String, Map<String, AttributeValue>> rebuilt = stage.journal().table(NEW, "order");
    assertThat(rebuilt).containsAllEntriesOf(views);
    assertThat(rebuilt).containsKeys(later.stream().map(Order::id).toArray(String[]::new));
    assertThat(stage.timeMachine().replay(NEW)).as("it serves").isEqualTo(2);
  }
}
