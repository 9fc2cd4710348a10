package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The archive holds what the journals hold, also when it is killed while orders come. */
@OnStage("archive")
class ArchiveIT {

  private static final int ORDERS = 120;
  private static final int AT_ONCE = 20;
  private static final List<Integer> KILL_AFTER = List.of(20, 60, 100);
  private static final List<String> JOURNALS = List.of("orders", "payments", "shipping");

  private final Stage stage;

  ArchiveIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void everyCommitIsInTheArchiveWithoutGapsAndEveryRecordOnce() {
    String sku = stage.stock().product("ARCHIVE", 100_000);
    Map<NewOrder, String> wanted = Mix.of(ORDERS, sku);
    List<Order> orders;
    try (Load load = new Load(stage.orders(), wanted.keySet(), AT_ONCE)) {
      KILL_AFTER.forEach(count -> {
        load.awaitAccepted(count);
        stage.platform().kill("archive");
        stage.platform().start("archive");
      });
      orders = load.all();
    }
    assertThat(stage.orders().ends(orders)).hasSize(ORDERS);
    stage.queues().awaitCalm();

    JOURNALS.forEach(service -> Stage.eventually().untilAsserted(
        () -> assertThat(stage.archived().streams(service)).as("commits of %s", service).isEqualTo(stage.journal().streams(service))));
    assertThat(stage.archived().streams("orders")).hasSizeGreaterThanOrEqualTo(ORDERS);
    assertThat(stage.archived().audit().problems()).isEmpty();
    assertThat(stage.archived().audit().parked()).isZero();
  }
}
