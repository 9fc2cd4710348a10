package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer service;
  private volatile int status = 200;
  private volatile String metrics = "";

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/q/metrics", exchange -> {
      byte[] bytes = metrics.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
    http.close();
  }

  private Map<String, Breaker> asked() {
    return Breaker.ask(http, "http://127.0.0.1:" + service.getAddress().getPort());
  }

  @Test
  void eachGuardIsNamedWhoseBreakerIsNotClosed() {
    metrics = """
        # TYPE tradewind_guard_state gauge
        # HELP tradewind_guard_state 0 closed, 1 half open, 2 open
        tradewind_guard_state{guard="psp"} 2.0
        tradewind_guard_state{application="payments",guard="fraud",zone="a"} 1.0
        tradewind_guard_state{guard="calm"} 0.0
        tradewind_guard_calls_total{guard="calm",outcome="done"} 2.0
        """;

    assertThat(asked()).isEqualTo(Map.of("psp", Breaker.OPEN, "fraud", Breaker.HALF_OPEN));
  }

  @Test
  void aServiceWithoutGuardsHasNothingToTell() {
    metrics = "tradewind_steps_total{outcome=\"committed\"} 2.0\n";

    assertThat(asked()).isEmpty();
  }

  @Test
  void noMetricsTellNothing() {
    status = 503;
    assertThat(asked()).isEmpty();

    service.stop(0);
    assertThat(asked()).isEmpty();
  }
}
