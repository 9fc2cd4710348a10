package dev.tradewind.partners.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private final Vertx vertx = Vertx.vertx();
  private final Delivery delivery = new Delivery(vertx, Duration.ofMillis(50));
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_repeat_waits_for_the_slow_answer_it_repeats() throws Exception {
    var done = new CompletableFuture<List<String>>();
    vertx.runOnContext(start -> {
      delivery.first("key", Behaviour.SLOW, () -> heard.add("first"), () -> heard.add("lost"));
      delivery.repeat("key", () -> {
        heard.add("repeat");
        done.complete(heard);
      });
      delivery.repeat("other", () -> heard.add("other"));
      heard.add("still waiting");
    });
    assertThat(done.get(10, TimeUnit.SECONDS)).containsExactly("other", "still waiting", "first", "repeat");
  }

  @Test
  void a_lost_answer_is_lost_once() {
    delivery.first("key", Behaviour.LOSE_ANSWER, () -> heard.add("first"), () -> heard.add("lost"));
    delivery.repeat("key", () -> heard.add("repeat"));
    assertThat(heard).containsExactly("lost", "repeat");
  }
}
