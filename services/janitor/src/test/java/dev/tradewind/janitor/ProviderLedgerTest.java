package dev.tradewind.janitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.tradewind.janitor.domain.Deed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderLedgerTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer provider;

  ProviderLedgerTest() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
    http.close();
  }

  private List<Deed> read(int status, String lines) {
    provider.createContext("/psp/ledger", exchange -> {
      var bytes = lines.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
    var url = URI.create("http://127.0.0.1:%d".formatted(provider.getAddress().getPort()));
    return new ProviderLedger(url, http).deeds().collect().asList().await().indefinitely();
  }

  @Test
  void each_line_is_a_deed_of_its_order() {
    assertThat(read(200, """
        {"sequence":1,"at":"2026-11-21T14:00:00Z","kind":"authorized","reference":"o-1","amount":500,"currency":"EUR"}
        {"sequence":2,"at":"2026-11-21T14:00:00Z","kind":"captured","reference":"o-1","amount":500,"currency":"EUR"}
        """)).containsExactly(Deed.ofLedger("o-1", 1, World.BEGAN, "authorized", 500), Deed.ofLedger("o-1", 2, World.BEGAN, "captured", 500));
  }

  @Test
  void a_provider_that_answers_otherwise_is_named() {
    assertThatThrownBy(() -> read(503, "")).hasMessageContaining("/psp/ledger").hasMessageContaining("503");
  }

  @Test
  void a_line_that_is_no_json_is_an_error() {
    assertThatThrownBy(() -> read(200, "sorry\n")).hasMessageContaining("no JSON");
  }
}
