package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.launcher.platform.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The janitor finds nothing where all is well, merges the archive so that nobody sees a difference, and finds what was planted. */
@OnStage(value = "janitor", services = {"orders", "inventory", "payments", "shipping", "archive"}, place = "right")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("right")
class JanitorIT {

  private static final int ORDERS = 40;
  private static final int AT_ONCE = 10;
  private static final String PLANTED = "shipment/planted";

  private final Stage stage;

  JanitorIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void whereAllIsWellNothingDriftedAndMergingTheArchiveChangesNothingThatIsRead() {
    String sku = stage.stock().product("JANITOR", 100_000);
    Order order;
    try (Load load = new Load(stage.orders(), Mix.of(ORDERS, sku).keySet(), AT_ONCE)) {
      assertThat(stage.orders().ends(load.all())).hasSize(ORDERS);
      order = load.all().getFirst();
    }
    stage.queues().awaitCalm();
    Stage.eventually().untilAsserted(() -> {
      TimeMachine.Told clean = sweep("--no-merging");
      assertThat(clean.lines()).as("%s", clean.lines()).allSatisfy(report -> assertThat(report.path("findings")).isEmpty());
      assertThat(clean.exitCode()).isZero();
      assertThat(clean.lines().getFirst().at("/counts/orders judged").intValue()).isGreaterThanOrEqualTo(ORDERS);
      assertThat(clean.lines().getFirst().at("/counts/products judged").intValue()).isPositive();
      assertThat(clean.lines().getFirst().at("/counts/commits in the log").intValue()).isPositive();
    });
    List<JsonNode> story = stage.timeMachine().timeline(order.id()).lines();
    int objects = stage.archived().objects();

    assertThat(sweep("--merge-after", "0", "--delete-after", "0").exitCode()).isZero();

    assertThat(stage.archived().objects()).isLessThan(objects);
    assertThat(stage.archived().audit().problems()).isEmpty();
    assertThat(stage.timeMachine().timeline(order.id()).lines()).isEqualTo(story);
    assertThat(sweep("--no-merging").exitCode()).isZero();
  }

  @Test
  void whatNoArchiveHoldsIsFoundAndMakesTheExitCodeOne() {
    stage.journal().plant("shipping", PLANTED, Instant.now().minus(Duration.ofHours(1)));
    try {
      TimeMachine.Told drifted = sweep("--no-merging");
      assertThat(drifted.exitCode()).isEqualTo(1);
      assertThat(drifted.lines().getFirst().path("findings")).anySatisfy(finding -> {
        assertThat(finding.path("kind").asText()).isEqualTo("MISSING_IN_ARCHIVE");
        assertThat(finding.path("where").asText()).isEqualTo(PLANTED + "/1");
      });
    } finally {
      stage.journal().uproot("shipping", PLANTED);
    }
  }

  private TimeMachine.Told sweep(String... options) {
    return stage.timeMachine().sweep(stage.platform().url(Topology.PARTNERS), options);
  }
}
