package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is asked of the system and of a service about a process. */
class ProcessFactsTest {

  @Test
  void aProcessHoldsMemoryAndOneThatIsNotThereDoesNot() {
    assertThat(Memory.resident(ProcessHandle.current().pid()).orElseThrow()).isBetween(10L << 20, 8L << 30);
    assertThat(Memory.resident(Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void aCommandThatIsNotInstalledFailsOrTakesTooLongHasNothingToSay() {
    assertThat(Commands.output(List.of("echo", "here"), 5, TimeUnit.SECONDS)).contains("here\n");
    assertThat(Commands.output(List.of("no-such-command-anywhere"), 5, TimeUnit.SECONDS)).isEmpty();
    assertThat(Commands.output(List.of("false"), 5, TimeUnit.SECONDS)).isEmpty();
    assertThat(Commands.output(List.of("sleep", "30"), 50, TimeUnit.MILLISECONDS)).isEmpty();
  }

  @Test
  void aServiceIsReadyLiveOrUnreachable() throws IOException {
    Map<String, Integer> answers = new ConcurrentHashMap<>(Map.of("/q/health/ready", 200, "/q/health/live", 200));
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(answers.get(exchange.getRequestURI().getPath()), -1);
      exchange.close();
    });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(Health.ask(http, url)).isEqualTo(Health.READY);
      answers.put("/q/health/ready", 503);
      assertThat(Health.ask(http, url)).isEqualTo(Health.LIVE);
      answers.put("/q/health/live", 503);
      assertThat(Health.ask(http, url)).isEqualTo(Health.UNREACHABLE);
      server.stop(0);
      assertThat(Health.ask(http, url)).isEqualTo(Health.UNREACHABLE).hasToString("unreachable");
    } finally {
      server.stop(0);
    }
  }
}
