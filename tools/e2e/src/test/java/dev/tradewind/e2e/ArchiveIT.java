package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The archive holds what the journals hold, also when it is killed while orders come. */
@OnStage(value = "archive", place = "left")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("left")
class ArchiveIT {

  private static final int KILLS = 3;
  private static final int ORDERS = 60;
  private static final int AT_ONCE = 10;
  private static final List<String> JOURNALS = List.of("orders", "payments", "shipping");

  private final Stage stage;

  ArchiveIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void everyCommitIsInTheArchiveWithoutGapsAndEveryRecordOnce() {
    String sku = stage.stock().product("ARCHIVE", 100_000);
    for (int kill = 0; kill < KILLS; kill++) {
      int before = stage.archived().objects();
      try (Load load = new Load(stage.orders(), Mix.of(ORDERS, sku).keySet(), AT_ONCE)) {
        Stage.eventually().until(() -> stage.archived().objects() > before);
        stage.platform().kill("archive");
        stage.platform().start("archive");
        assertThat(stage.orders().ends(load.all())).hasSize(ORDERS);
      }
    }
    stage.queues().awaitCalm();

    JOURNALS.forEach(service -> Stage.eventually().untilAsserted(
        () -> assertThat(stage.archived().streams(service)).as("commits of %s", service).isEqualTo(stage.journal().streams(service))));
    assertThat(stage.archived().streams("orders")).hasSizeGreaterThanOrEqualTo(KILLS * ORDERS);
    assertThat(stage.archived().audit().problems()).isEmpty();
    assertThat(stage.archived().audit().parked()).isZero();
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void whatAnOrderWasIsToldFromTheArchiveAsTheOrdersServiceTellsIt() {
    Order order = stage.orders().place(NewOrder.of(stage.stock().product("PAST", 10), 1));
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    stage.queues().awaitCalm();
    Stage.eventually().untilAsserted(() -> assertThat(stage.archived().streams("orders").get("order/" + order.id()))
        .isEqualTo(stage.journal().version("orders", "order/" + order.id())));

    List<JsonNode> steps = stage.timeMachine().timeline(order.id()).lines();
    assertThat(steps).extracting(step -> step.path("service").asText()).contains("orders", "inventory", "payments", "shipping");
    assertThat(steps).isSortedAccordingTo(Comparator.comparing(step -> Instant.parse(step.path("time").asText())));
    assertThat(state(order, Instant.now().toString())).isEqualTo("DELIVERED");
    assertThat(state(order, steps.getFirst().path("time").asText())).isEqualTo("PLACED");
    assertThat(stage.timeMachine().timeline("no-such-order").exitCode()).isEqualTo(2);
  }

  private String state(Order order, String time) {
    return stage.timeMachine().asOf(order.id(), time).lines().getFirst().path("state").asText();
  }
}
