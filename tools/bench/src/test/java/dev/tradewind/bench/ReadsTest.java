package dev.tradewind.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private Reads reads;

  /** Of four requests the second is refused, the third fails, and the fourth is answered without one of its parts. */
  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      int request = asked.getAndIncrement() % 4;
      int status = switch (request) {
        case 0 -> 200;
        case 1 -> 503;
        case 2 -> 500;
        default -> 200;
      };
      byte[] body = (request == 3 ? "{\"payment\":{\"unavailable\":\"late\"}}" : "{\"payment\":{}}").getBytes(UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    reads = new Reads(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")));
  }

  @AfterEach
  void stop() {
    reads.close();
    server.stop(0);
    threads.close();
  }

  @Test
  void asManyAreSentAsWereOfferedAndEachCountsAsWhatItGot() throws InterruptedException {
    Reads.Outcome outcome = reads.at(60, SECOND);

    assertThat(asked).hasValue(60);
    assertThat(outcome.latency().count()).isEqualTo(15);
    assertThat(outcome.good()).isPositive().isEqualTo(outcome.refused()).isEqualTo(outcome.failed()).isEqualTo(outcome.partial());
  }

  @Test
  void clientsAskAgainAsSoonAsTheyHaveAnAnswer() throws InterruptedException {
    Reads.Outcome outcome = reads.by(3, Duration.ofMillis(200));

    assertThat(asked.get()).isGreaterThan(3);
    assertThat(outcome.latency().count()).isEqualTo((asked.get() + 3) / 4);
  }

  @Test
  void theShareIsWhatWasServedOfWhatWasOffered() {
    var none = new Latencies().percentiles();
    assertThat(new Reads.Outcome(200, 150, 0, 50, 0, none).share()).isEqualTo(0.75);
    assertThat(new Reads.Outcome(0, 0, 0, 0, 0, none).share()).isZero();
  }
}
