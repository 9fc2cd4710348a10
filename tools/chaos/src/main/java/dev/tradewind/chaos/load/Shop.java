package dev.tradewind.chaos.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The platform's front doors, one attempt a call. */
public final class Shop implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NOT_NOW = 429;
  private static final int SERVER_TROUBLE = 500;

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
  private final URI orders;
  private final URI inventory;

  public Shop(URI orders, URI inventory) {
    this.orders = orders;
    this.inventory = inventory;
  }

  /**
   * What came back.
   *
   * @param comeAgain whether it says when to come again
   */
  record Reply(int status, boolean comeAgain, String body) {

    /** Whether it says no more than "try again". */
    boolean isNotNow() {
      return status == NOT_NOW || status >= SERVER_TROUBLE;
    }

    String orderId() {
      try {
        return JSON.readTree(body).path("orderId").asText();
      } catch (JsonProcessingException noJson) {
        return "";
      }
    }
  }

  /** Empty when there was no answer, or one that says no more than "try again". */
  Optional<Reply> place(String key, String body) throws InterruptedException {
    return ask(key, body).filter(reply -> !reply.isNotNow());
  }

  /** Places an order too, and keeps whatever is answered; empty when nothing is. */
  Optional<Reply> ask(String key, String body) throws InterruptedException {
    return post(orders.resolve("/v1/orders"), key, body);
  }

  /** Empty when there was no answer, or one that says no more than "try again". */
  Optional<Reply> cancel(String orderId, String key) throws InterruptedException {
    return post(orders.resolve("/v1/orders/" + orderId + "/cancel"), key, "{}").filter(reply -> !reply.isNotNow());
  }

  /**
   * Receives stock, and waits until it is received.
   *
   * @param units by product
   */
  public void receive(Map<String, Long> units) throws InterruptedException {
    for (Map.Entry<String, Long> product : units.entrySet()) {
      URI uri = inventory.resolve("/v1/stock/" + product.getKey() + "/receipts");
      String body = JSON.createObjectNode().put("warehouse", "eu-1").put("quantity", product.getValue()).toString();
      Optional<Reply> reply = post(uri, "chaos-" + product.getKey(), body);
      while (reply.filter(got -> !got.isNotNow()).isEmpty()) {
        Thread.sleep(200);
        reply = post(uri, "chaos-" + product.getKey(), body);
      }
      if (reply.get().status() != 201) {
        throw new IllegalStateException("%s answered %d, not 201: %s".formatted(uri, reply.get().status(), reply.get().body()));
      }
    }
  }

  private Optional<Reply> post(URI uri, String key, String body) throws InterruptedException {
    return send(HttpRequest.newBuilder(uri).header("Content-Type", "application/json").header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Optional<Reply> send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      return Optional.of(new Reply(response.statusCode(), response.headers().firstValue("Retry-After").isPresent(), response.body()));
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
