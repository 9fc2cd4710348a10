package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.e2e.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnStage("calm")
class RepeatedRequestsIT {

  private static final int AT_ONCE = 16;

  private final Stage stage;

  RepeatedRequestsIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void theSameKeyAndBodyAreTheSameOrderWithTheSameAnswer() {
    String sku = stage.stock().product("AGAIN", 10);
    NewOrder wanted = NewOrder.of(sku, 2);

    Answer first = stage.orders().post(wanted);
    Answer second = stage.orders().post(wanted);
    Order order = new Order(first.json().path("orderId").asText(), wanted);
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    Answer late = stage.orders().post(wanted);

    assertThat(List.of(second.status(), late.status())).containsOnly(202);
    assertThat(List.of(second.body(), late.body())).containsOnly(first.body());
    assertThat(late.headers().get("Location")).isEqualTo(first.headers().get("Location"));
    stage.queues().awaitCalm();
    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(sku, 10, 2);
  }

  @Test
  void sentManyTimesAtOnceItIsOneOrder() throws Exception {
    String sku = stage.stock().product("ATONCE", 100);
    NewOrder wanted = NewOrder.of(sku, 1);

    List<Answer> answers = atOnce(() -> stage.orders().post(wanted));

    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    Order order = new Order(answers.getFirst().json().path("orderId").asText(), wanted);
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    stage.queues().awaitCalm();
    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(sku, 100, 1);
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefusedAndChangesNothing() {
    String sku = stage.stock().product("OTHER", 10);
    NewOrder wanted = NewOrder.of(sku, 1);
    Order order = stage.orders().place(wanted);

    Answer other = stage.orders().post(wanted.key(), wanted.body().replace("\"quantity\":1", "\"quantity\":2"), Map.of());

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.headers().get("Content-Type")).startsWith("application/problem+json");
    assertThat(other.json().path("type").asText()).contains("idempotency-key-reused");
    assertThat(stage.orders().end(order)).isEqualTo("DELIVERED");
    stage.books().agree(order, "DELIVERED");
    stage.stock().shows(sku, 10, 1);
  }

  private static List<Answer> atOnce(Callable<Answer> request) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Answer>> answers = clients.invokeAll(Stream.generate(() -> request).limit(AT_ONCE).toList());
      return answers.stream().map(Future::resultNow).toList();
    }
  }
}
