package dev.tradewind.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowersTest {

  private static final int MINUTE = 60_000;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer queries;
  private volatile int status = 200;
  private volatile boolean over;

  @BeforeEach
  void start() throws IOException {
    queries = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    queries.createContext("/v1/orders/", this::answer);
    queries.start();
  }

  @AfterEach
  void stop() {
    queries.stop(0);
  }

  @Test
  void whoPlacedAnOrderWaitsForItAndThenFollowsItFromThere() throws InterruptedException {
    try (Followers followers = followers(1)) {
      followers.placed("o-1");
      followers.finish();

      assertThat(asked).containsExactly("/v1/orders/o-1?version=1 wait=10", "/v1/orders/o-1 after 1");
      assertThat(followers.waited().count()).isEqualTo(1);
      assertThat(followers.waited().p50()).isGreaterThanOrEqualTo(MINUTE);
      assertThat(followers.heard().count()).isEqualTo(2);
      assertThat(followers.heard().p50()).isGreaterThanOrEqualTo(2 * MINUTE);
    }
  }

  @Test
  void onlySomeOrdersAreFollowed() throws InterruptedException {
    try (Followers followers = followers(3)) {
      for (int i = 1; i <= 7; i++) {
        followers.placed("o-" + i);
      }
      followers.finish();

      assertThat(asked).filteredOn(line -> line.contains("wait")).extracting(line -> line.substring(0, 14))
          .containsExactlyInAnyOrder("/v1/orders/o-1", "/v1/orders/o-4", "/v1/orders/o-7");
    }
  }

  @Test
  void anOrderThatWasOverAtTheFirstLookHasNothingMoreToTell() throws InterruptedException {
    over = true;
    try (Followers followers = followers(1)) {
      followers.placed("o-1");
      followers.finish();

      assertThat(followers.waited().count()).isEqualTo(1);
      assertThat(followers.heard().count()).isZero();
    }
  }

  @Test
  void aViewThatDoesNotComeSpoilsTheMeasurement() {
    status = 503;
    try (Followers followers = followers(1)) {
      followers.placed("o-1");

      assertThatThrownBy(followers::finish).isInstanceOf(BenchException.class).hasMessageContaining("answered 503");
    }
  }

  private Followers followers(int every) {
    return new Followers(URI.create("http://127.0.0.1:" + queries.getAddress().getPort()), every);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean stream = "text/event-stream".equals(exchange.getRequestHeaders().getFirst("Accept"));
      asked.add(exchange.getRequestURI() + (stream
          ? " after " + exchange.getRequestHeaders().getFirst("Last-Event-ID")
          : " " + exchange.getRequestHeaders().getFirst("Prefer")));
      String body = stream
          ? ": still here\n\nevent: order\nid: 3\ndata: %s\n\nevent: order\nid: 5\ndata:%s\n\n".formatted(view(3, 2), view(5, 2))
          : view(1, 1);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(stream && over ? 204 : status, stream && over ? -1 : bytes.length);
      if (!(stream && over)) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private static String view(int version, int minutesAgo) {
    return "{\"version\":%d,\"changedAt\":\"%s\"}".formatted(version, Instant.now().minusMillis((long) minutesAgo * MINUTE));
  }
}
