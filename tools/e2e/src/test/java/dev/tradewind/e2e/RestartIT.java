package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@OnStage(value = "restart", place = "right", keepsData = true)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("right")
class RestartIT {

  private static final int UNDER_WAY = 20;

  private final Stage stage;

  RestartIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void afterOrdersWasRestartedTheSameRequestIsTheSameOrder() {
    String sku = stage.stock().product("RESTARTED", 5);
    NewOrder wanted = NewOrder.of(sku, 1);
    Answer first = stage.orders().post(wanted);

    stage.platform().stop("orders");
    stage.platform().start("orders");
    Answer again = stage.orders().post(wanted);

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    Order order = new Order(first.json().path("orderId").asText(), wanted);
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    stage.queues().awaitCalm();
    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(sku, 5, 1);
  }

  @Test
  void afterEverythingWasRestartedWhatWasIsThereAndWhatWasUnderWayGoesOn() {
    String sku = stage.stock().product("KEPT", 100);
    NewOrder wanted = NewOrder.of(sku, 1);
    Answer first = stage.orders().post(wanted);
    Order ended = new Order(first.json().path("orderId").asText(), wanted);
    assertThat(stage.orders().end(ended)).isEqualTo("DELIVERED");
    JsonNode history = stage.orders().history(ended);
    List<Order> underWay = stage.orders().place(Stream.generate(() -> NewOrder.of(sku, 1)).limit(UNDER_WAY).toList());

    stage.platform().stop();
    stage.platform().start();

    Answer again = stage.orders().post(wanted);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(stage.orders().history(ended)).isEqualTo(history);
    Map<Order, String> ends = stage.orders().ends(underWay);
    assertThat(ends.values()).containsOnly("DELIVERED");
    ends.put(ended, "DELIVERED");
    stage.books().agree(ends);
    stage.stock().shows(sku, 100, Books.kept(sku, ends));
    stage.queues().awaitCalm();
    stage.queues().areWithoutDeadLetters();
  }
}
