package dev.tradewind.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A customer's consumer of webhooks. It believes nothing that is not signed as Standard Webhooks wants it, and says "not now" to every third
 * delivery when it comes first.
 */
final class Listener implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, News> heard = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Set<String> unsigned = ConcurrentHashMap.newKeySet();

  /** What was told about an order. */
  record News(String orderId, String type) {}

  Listener() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::hear);
    server.start();
  }

  /** Where to tell the news of this customer. */
  URI url(String customerId) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + customerId);
  }

  void trust(String customerId, String secret) {
    secrets.put(url(customerId).getPath(), secret);
  }

  /** What was heard and believed, each delivery once. */
  Collection<News> heard() {
    return heard.values();
  }

  Set<String> unsigned() {
    return unsigned;
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!isSigned(exchange, new String(body, StandardCharsets.UTF_8))) {
        unsigned.add(id);
      }
      boolean notNow = seen.add(id) && Math.floorMod(id.hashCode(), 3) == 0;
      if (!notNow) {
        var json = Http.JSON.readTree(body);
        heard.put(id, new News(json.path("data").path("orderId").asText(), json.path("type").asText()));
      }
      exchange.sendResponseHeaders(notNow ? 503 : 204, -1);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private boolean isSigned(HttpExchange exchange, String body) {
    var headers = exchange.getRequestHeaders();
    String content = headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "." + body;
    String expected = "v1," + hmac(secrets.get(exchange.getRequestURI().getPath()), content);
    return Arrays.asList(headers.getFirst("webhook-signature").split(" ")).contains(expected);
  }

  private static String hmac(String secret, String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
