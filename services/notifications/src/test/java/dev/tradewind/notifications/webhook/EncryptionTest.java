package dev.tradewind.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tradewind.notifications.domain.DeliveryCommand.NotArrived;
import dev.tradewind.notifications.domain.DeliveryCommand.Outcome;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS is spoken with the name that the customer wrote, and with nobody who cannot prove to be it. */
class EncryptionTest {

  private static final String HOST = "no-such-name.invalid";
  private static final String PASSWORD = "changeit";

  private final Vertx vertx = Vertx.vertx();
  private final WebhookClient client = new WebhookClient(vertx, Duration.ofSeconds(60).toMillis());

  @TempDir
  Path directory;

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void the_name_is_asked_for_at_the_address_that_was_judged() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var outcome = client.post(endpoint(server.getLocalPort()), message()).subscribeAsCompletionStage();
      try (var connection = server.accept()) {
        assertThat(new String(connection.getInputStream().readNBytes(200), StandardCharsets.ISO_8859_1)).contains(HOST);
      }
      assertThat(outcome.handle((answer, failure) -> failure).join()).isNotNull();
    }
  }

  @Test
  void who_shows_a_certificate_of_their_own_making_hears_nothing() throws Exception {
    var heard = new AtomicInteger();
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.createContext("/", exchange -> heard.incrementAndGet());
    server.start();
    try {
      assertThat(post(server.getAddress().getPort())).isEqualTo(NotArrived.because("tls-failed"));
      assertThat(heard).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private Outcome post(int port) {
    return client.post(endpoint(port), message()).map(answer -> Answers.meaning(answer, Instant.EPOCH))
        .onFailure().recoverWithItem(Answers::meaning).await().atMost(Duration.ofSeconds(60));
  }

  private static Endpoint endpoint(int port) {
    return new Endpoint(URI.create("https://" + HOST + ":" + port + "/"), InetAddress.getLoopbackAddress());
  }

  private static WebhookRequest message() {
    return new WebhookRequest(Map.of("webhook-id", "d-1"), "{}");
  }

  private SSLContext selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
    var file = directory.resolve("keys.p12");
    var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "self",
        "-dname", "CN=" + HOST, "-ext", "san=dns:" + HOST, "-keyalg", "EC", "-keystore", file.toString(), "-storepass", PASSWORD);
    assertThat(keytool.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    try (var stored = Files.newInputStream(file)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(stored, PASSWORD.toCharArray());
      keys.init(store, PASSWORD.toCharArray());
    }
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
