package dev.tradewind.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradewind.checker.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Set<String> turnedAway = ConcurrentHashMap.newKeySet();
  private HttpServer shop;

  @BeforeEach
  void open() throws IOException {
    shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    shop.createContext("/v1/orders", this::serve);
    shop.start();
  }

  @AfterEach
  void close() {
    shop.stop(0);
  }

  @Test
  void everyCustomerGetsAnAnswerAndEveryAttemptIsKept() throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + shop.getAddress().getPort());
    try (Shop front = new Shop(uri, uri)) {
      Crowd crowd = new Crowd(front, new Mix(1, Duration.ofMillis(50)));
      crowd.run(100, Duration.ofMillis(500));

      assertThat(crowd.came()).isEqualTo(50);
      assertThat(crowd.accepted()).hasSize(50);
      Map<String, List<Request>> byKey = crowd.requests().stream().collect(Collectors.groupingBy(Request::key));
      assertThat(byKey).hasSize(50);
      assertThat(byKey.values()).allSatisfy(attempts -> {
        assertThat(attempts.getFirst().answer()).as("the first was turned away").isEmpty();
        assertThat(attempts.get(1).answer()).hasValueSatisfying(answer -> assertThat(answer.accepted()).isTrue());
      });
      assertThat(crowd.requests().stream().filter(request -> request.answer().filter(answer -> answer.status() == 422).isPresent())).isNotEmpty()
          .allMatch(request -> request.answer().get().orderId().isEmpty());
    }
  }

  /** 503 at first, then what an idempotent service answers. */
  private void serve(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean first = turnedAway.add(key);
    boolean cancel = exchange.getRequestURI().getPath().endsWith("/cancel");
    boolean same = cancel || first || bodies.merge(key, body, (before, now) -> before).equals(body);
    byte[] answer = "{\"orderId\":\"id-of-%s\"}".formatted(key).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(first ? 503 : same ? 202 : 422, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
