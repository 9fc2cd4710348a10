package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.e2e.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@OnStage("calm")
class CancelledOrdersIT {

  private static final int ORDERS = 30;
  private static final Duration LATEST = Duration.ofMillis(2_000);

  private final Stage stage;

  CancelledOrdersIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aCustomerMayCancelAtAnyMomentAndIsNeverLeftHalfWay() throws Exception {
    String sku = stage.stock().product("REGRET", 1_000);
    Map<Order, String> ends = stage.orders().ends(placeAndCancelEach(sku));

    assertThat(ends.values()).isSubsetOf("CANCELLED", "DELIVERED").contains("CANCELLED");
    stage.books().agree(ends);
    stage.stock().shows(sku, 1_000, Books.kept(sku, ends));
    stage.queues().areWithoutDeadLetters();
  }

  @Test
  void cancellingTwiceUnderOneKeyIsCancellingOnce() {
    Order order = stage.orders().place(NewOrder.of(stage.stock().product("TWICE", 1), 1).paying("tok_slow"));

    assertThat(stage.orders().cancel(order.id(), "changed-my-mind").status()).isEqualTo(202);
    assertThat(stage.orders().cancel(order.id(), "changed-my-mind").status()).isEqualTo(202);

    assertThat(stage.orders().end(order)).isEqualTo("CANCELLED");
    assertThat(stage.orders().events(order)).containsOnlyOnce("CancellationRequested");
    stage.books().agree(order, "CANCELLED");
  }

  @Test
  void aParcelThatIsGoneCannotBeCancelled() {
    String sku = stage.stock().product("GONE", 1);
    Order order = stage.orders().place(NewOrder.of(sku, 1));
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");

    Answer answer = stage.orders().cancel(order.id(), "too-late");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("type").asText()).contains("already-dispatched");
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(sku, 1, 1);
  }

  /** The moments are spread evenly from at once to long after the parcel may have gone. */
  private List<Order> placeAndCancelEach(String sku) throws Exception {
    try (ScheduledExecutorService customers = Executors.newScheduledThreadPool(ORDERS)) {
      List<Order> orders = new ArrayList<>();
      List<ScheduledFuture<Answer>> cancellations = new ArrayList<>();
      for (int i = 0; i < ORDERS; i++) {
        Order order = stage.orders().place(NewOrder.of(sku, 1 + i % 3));
        orders.add(order);
        cancellations.add(customers.schedule(() -> stage.orders().cancel(order.id(), "regret"),
            LATEST.toMillis() * i / (ORDERS - 1), TimeUnit.MILLISECONDS));
      }
      for (ScheduledFuture<Answer> cancellation : cancellations) {
        assertThat(cancellation.get().status()).isIn(202, 409);
      }
      return orders;
    }
  }
}
