package dev.tradewind.timemachine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Asks the orders service when an order was placed: only a hint where to begin, so that whatever goes wrong means that nobody knows. */
final class Placed {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Placed() {}

  static Optional<Instant> at(URI orders, String orderId) {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var path = "/v1/orders/%s/history".formatted(URLEncoder.encode(orderId, StandardCharsets.UTF_8));
      var answer = http.send(HttpRequest.newBuilder(orders.resolve(path)).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
      var at = answer.statusCode() == 200 ? new ObjectMapper().readTree(answer.body()).path("steps").path(0).path("at").asText() : "";
      return Optional.of(at).filter(text -> !text.isEmpty()).map(Instant::parse);
    } catch (IOException | DateTimeParseException away) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
