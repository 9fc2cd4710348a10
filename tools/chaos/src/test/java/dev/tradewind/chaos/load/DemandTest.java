package dev.tradewind.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradewind.chaos.load.Demand.Heard;
import dev.tradewind.checker.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandTest {

  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 202;
  private volatile boolean saysWhen;
  private volatile boolean hangsUp;
  private HttpServer server;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/orders", this::serve);
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    shop = new Shop(uri, uri);
  }

  @AfterEach
  void close() {
    shop.close();
    server.stop(0);
  }

  @Test
  void asManyComeAsTheRateSaysAndEachIsAcceptedOnce() throws InterruptedException {
    Demand demand = demand();
    demand.run(100, Duration.ofMillis(300));

    assertThat(demand.heard()).isEqualTo(new Heard(30, 0, 0, 0, 0));
    assertThat(demand.requests()).hasSize(30).extracting(Request::key).doesNotHaveDuplicates();
    assertThat(demand.requests()).allMatch(request -> request.answer().filter(Request.Answer::accepted).isPresent());
  }

  @Test
  void whoIsToldWhenToComeAgainGoesAndIsNotAnswered() throws InterruptedException {
    status = 503;
    saysWhen = true;
    Demand demand = demand();

    assertThat(demand.ask()).isEmpty();
    assertThat(demand.heard()).isEqualTo(new Heard(0, 1, 0, 0, 0));
    assertThat(demand.requests()).singleElement().satisfies(request -> assertThat(request.answer()).isEmpty());
    assertThat(asked).as("nobody repeats").hasValue(1);
  }

  @Test
  void everyOtherKindOfNoIsToldApart() throws InterruptedException {
    Demand demand = demand();
    status = 429;
    demand.ask();
    status = 422;
    demand.ask();
    hangsUp = true;
    demand.ask();

    assertThat(demand.heard()).isEqualTo(new Heard(0, 0, 1, 1, 1));
    assertThat(demand.heard().asked()).isEqualTo(3);
    assertThat(demand.requests()).extracting(request -> request.answer().map(Request.Answer::status).orElse(0)).containsExactly(0, 422, 0);
  }

  @Test
  void whatWasHeardInAPartOfTheTimeIsTheDifference() {
    assertThat(new Heard(9, 8, 7, 6, 5).since(new Heard(1, 2, 3, 4, 5))).isEqualTo(new Heard(8, 6, 4, 2, 0));
  }

  @Test
  void regularsOrderAgainWhenTheirOrderHasEnded() {
    Set<String> ended = ConcurrentHashMap.newKeySet();
    try (Regulars regulars = new Regulars(demand(), ended::contains, 3)) {
      await().until(() -> asked.get() == 3);
      assertThat(asked).as("they wait").hasValue(3);
      ended.add("order-1");
      await().until(() -> asked.get() == 4);
      for (int i = 1; i <= 100; i++) {
        ended.add("order-" + i);
      }
      await().until(() -> asked.get() > 6);
      for (int i = 101; i <= 10_000; i++) {
        ended.add("order-" + i);
      }
    }
    int whenClosed = asked.get();
    assertThat(asked).as("nobody orders any more").hasValue(whenClosed);
  }

  private Demand demand() {
    return new Demand(shop, Mix.calm(1));
  }

  private void serve(HttpExchange exchange) throws IOException {
    int number = asked.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    if (hangsUp) {
      exchange.close();
      return;
    }
    if (saysWhen) {
      exchange.getResponseHeaders().add("Retry-After", "1");
    }
    byte[] answer = "{\"orderId\":\"order-%d\"}".formatted(number).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
