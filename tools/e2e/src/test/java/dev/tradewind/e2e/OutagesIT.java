package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Has a stage of its own and plays beside the others, because it is mostly waiting. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("right")
class OutagesIT {

  private static final int BEFORE = 10;
  private static final int DURING = 10;

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open("outages", Stage.SERVICES, 1, false);
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void whileTheProviderIsDownForAMinuteOrdersWaitAndAreThenPaidOnce() {
    Partner provider = stage.provider();
    assertOrdersWaitAndFinish(() -> provider.fail("error", Duration.ofSeconds(60)), provider, List.of("PLACED", "STOCK_RESERVED"));
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void whileTheProviderLosesEveryAnswerNobodyIsChargedTwice() {
    Partner provider = stage.provider();
    assertOrdersWaitAndFinish(() -> provider.fail("lost", Duration.ofSeconds(10)), provider, List.of("PLACED", "STOCK_RESERVED"));
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void whileTheCarrierIsDownOrdersWaitAndAreThenShippedOnce() {
    Partner carrier = stage.carrier();
    assertOrdersWaitAndFinish(
        () -> carrier.fail("refuse", Duration.ofSeconds(20)), carrier, List.of("PLACED", "STOCK_RESERVED", "PAYMENT_AUTHORIZED"));
  }

  /** Orders placed just before are caught at any point; those placed during cannot get past the one who is down. */
  private static void assertOrdersWaitAndFinish(Runnable fail, Partner partner, List<String> furthest) {
    String sku = stage.stock().product("PATIENT", 1_000);
    List<Order> before = stage.orders().place(orders(sku, BEFORE));
    fail.run();
    List<Order> during = stage.orders().place(orders(sku, DURING));

    Stage.eventually().until(() -> {
      List<String> states = during.stream().map(stage.orders()::state).toList();
      boolean stillDown = partner.isDown();
      if (stillDown) {
        assertThat(states).as("states while the partner is down").isSubsetOf(furthest);
      }
      return !stillDown;
    });

    List<Order> all = new ArrayList<>(before);
    all.addAll(during);
    Map<Order, String> ends = stage.orders().ends(all);
    assertThat(ends.values()).containsOnly("DELIVERED");
    stage.books().agree(ends);
    stage.stock().shows(sku, 1_000, Books.kept(sku, ends));
    stage.queues().awaitCalm();
    stage.queues().areWithoutDeadLetters();
  }

  private static List<NewOrder> orders(String sku, int count) {
    return Stream.generate(() -> NewOrder.of(sku, 1)).limit(count).toList();
  }
}
