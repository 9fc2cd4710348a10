package dev.tradewind.chaos.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Provider provider;
  private int outagesAnswer = 201;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/psp/", this::serve);
    server.start();
    provider = new Provider(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void close() {
    provider.close();
    server.stop(0);
  }

  @Test
  void itIsTakenAwayForWholeSecondsAndBroughtBack() throws InterruptedException {
    provider.away("hang", Duration.ofMillis(2_500));
    provider.back();

    assertThat(asked).containsExactly("POST /psp/outages {\"seconds\":3,\"mode\":\"hang\"}", "DELETE /psp/outages ");
  }

  @Test
  void whatArrivedIsWhatItCounted() throws InterruptedException {
    assertThat(provider.calls()).isEqualTo(new Calls(12, 10, 4, 3));
  }

  @Test
  void anAnswerThatWasNotExpectedIsToldWithWhatItSaid() {
    outagesAnswer = 422;
    assertThatThrownBy(() -> provider.away("melt", Duration.ofSeconds(1))).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/psp/outages answered 422 where 201 was expected").hasMessageContaining("calls");
  }

  @Test
  void aProviderThatIsNotThereIsToldFromOneThatIsAway() {
    server.stop(0);
    assertThatThrownBy(provider::calls).isInstanceOf(UncheckedIOException.class).hasMessageContaining("does not answer");
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body));
    byte[] answer = "{\"calls\":12,\"operations\":10,\"whileAway\":{\"calls\":4,\"operations\":3}}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? outagesAnswer : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
