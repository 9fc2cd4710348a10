package dev.tradewind.launcher.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientHttpTest {

  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final PatientHttp http = new PatientHttp(client, new Pacing(Duration.ofMillis(10), Duration.ofMillis(20)));
  private volatile String retryAfter = "0";
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> {
      keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      Integer answer = answers.poll();
      if (answer != null && answer < 0) {
        exchange.close();
        return;
      }
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
      exchange.sendResponseHeaders(answer == null ? 202 : answer, -1);
      exchange.close();
    });
    server.createContext("/silent", exchange -> {
      try {
        released.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    client.close();
    server.stop(0);
  }

  @Test
  void anAnswerIsAnAnswerGoodOrBad() throws InterruptedException {
    for (int status : List.of(202, 400, 404, 409, 422, 500)) {
      answers.add(status);
      assertThat(send("/", Duration.ofSeconds(5))).isEqualTo(status);
    }
    assertThat(http.retries()).isZero();
  }

  @Test
  void notNowAndABrokenConnectionAreTriedAgainUnderTheSameKey() throws InterruptedException {
    answers.addAll(List.of(503, 429, 502, 504, -1));

    assertThat(send("/", Duration.ofSeconds(5))).isEqualTo(202);
    assertThat(http.retries()).isEqualTo(5);
    assertThat(keys).hasSize(6).containsOnly("k");
  }

  @Test
  void aServerThatSaysWhenIsNotAskedBefore() throws InterruptedException {
    answers.add(503);
    retryAfter = "1";
    long from = System.nanoTime();

    assertThat(send("/", Duration.ofSeconds(5))).isEqualTo(202);
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aServerThatSaysAfterTheDeadlineIsNotWaitedFor() {
    answers.add(503);
    retryAfter = "60";

    assertThatThrownBy(() -> send("/", Duration.ofSeconds(5))).isInstanceOf(PatientHttp.NoAnswerException.class)
        .hasMessageEndingWith("after 1 attempt(s): the last answer was 503");
  }

  @Test
  void aRetryAfterThatIsADateOrNonsenseIsPassedOver() throws InterruptedException {
    answers.add(503);
    retryAfter = "Sun, 06 Nov 2033 08:49:37 GMT";

    assertThat(send("/", Duration.ofSeconds(5))).isEqualTo(202);
  }

  @Test
  void silenceEndsWithTheDeadline() {
    assertThatThrownBy(() -> send("/silent", Duration.ofMillis(300))).isInstanceOf(PatientHttp.NoAnswerException.class)
        .hasMessageContaining("/silent after").hasMessageContaining("timed out");
  }

  private int send(String path, Duration limit) throws InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return http.send(HttpRequest.newBuilder(uri).header("Idempotency-Key", "k").POST(HttpRequest.BodyPublishers.ofString("{}")),
        Instant.now().plus(limit)).statusCode();
  }
}
