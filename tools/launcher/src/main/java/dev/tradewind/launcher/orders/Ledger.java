package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the payment provider's books say, order by order. */
record Ledger(JsonNode summary) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Asks the provider; empty when it does not answer, as real providers keep their books to themselves. */
  static Optional<Ledger> of(URI partners, HttpClient http) throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(HttpRequest.newBuilder(partners.resolve("/psp/ledger/summary")).timeout(PATIENCE).build(),
          HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200 ? Optional.of(new Ledger(JSON.readTree(response.body()))) : Optional.empty();
    } catch (IOException unreachable) {
      return Optional.empty();
    }
  }

  /** Captured less refunded for an order, in minor units. */
  long net(String orderId, String currency) {
    return summary.path("net").path(orderId).path(currency).longValue();
  }

  /** The orders that were captured more than once. */
  Set<String> capturedTwice() {
    Set<String> orders = new HashSet<>();
    summary.at("/anomalies/moreThanOneCapture").forEach(order -> orders.add(order.asText()));
    return orders;
  }
}
