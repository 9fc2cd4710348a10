package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** The orders service, as its clients see it. */
final class OrdersApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(20);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);

  private final URI base;
  private final PatientHttp http;

  OrdersApi(URI base, PatientHttp http) {
    this.base = base;
    this.http = http;
  }

  /** The service said no, and will not say anything else. */
  static final class RefusedException extends RuntimeException {
    RefusedException(HttpResponse<String> response) {
      super("%s %s answered %d: %s".formatted(response.request().method(), response.request().uri().getPath(), response.statusCode(), detail(response)));
    }

    private static String detail(HttpResponse<String> response) {
      JsonNode problem = parse(response);
      String text = problem.path("detail").asText(problem.path("title").asText(response.body()));
      String fields = problem.has("errors") ? " " + problem.get("errors") : "";
      return (text + fields).strip();
    }
  }

  /** The id of the accepted order. A product that was imported just now may not be known there yet: that is waited for. */
  String place(PlannedOrder order, Instant deadline) throws InterruptedException {
    Instant known = Instant.now().plus(UNTIL_KNOWN);
    HttpResponse<String> response = http.send(post("/v1/orders", order.key(), order.body().toString()), deadline);
    while (isUnknownYet(response) && Instant.now().isBefore(known)) {
      Thread.sleep(BETWEEN_ATTEMPTS);
      response = http.send(post("/v1/orders", order.key(), order.body().toString()), deadline);
    }
    if (response.statusCode() != 202) {
      throw new RefusedException(response);
    }
    return parse(response).path("orderId").asText();
  }

  /**
   * @param state where the order is
   * @param reason why it is not where it should be, or nothing
   * @param total what it costs
   * @param age from when it was placed to its last change, by the service's clock
   */
  record View(String state, String reason, Money total, Duration age) {}

  View view(String orderId, Instant deadline) throws InterruptedException {
    HttpResponse<String> response = http.send(HttpRequest.newBuilder(base.resolve("/v2/orders/" + orderId)), deadline);
    if (response.statusCode() != 200) {
      throw new RefusedException(response);
    }
    JsonNode view = parse(response);
    Duration age = Duration.between(Instant.parse(view.path("placedAt").asText()), Instant.parse(view.path("changedAt").asText()));
    return new View(view.path("state").asText(), view.path("reason").asText(""), Money.of(view.path("total")), age);
  }

  /** Asks to cancel; an order that is past it refuses with 409, which is an answer too. */
  void cancel(String orderId, String key, Instant deadline) throws InterruptedException {
    HttpResponse<String> response = http.send(post("/v1/orders/" + orderId + "/cancel", key, "{}"), deadline);
    if (response.statusCode() != 202 && response.statusCode() != 409) {
      throw new RefusedException(response);
    }
  }

  private static boolean isUnknownYet(HttpResponse<String> response) {
    return response.statusCode() == 422 && response.headers().firstValue("Retry-After").isPresent();
  }

  private HttpRequest.Builder post(String path, String key, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static JsonNode parse(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException noJson) {
      return JSON.createObjectNode();
    }
  }
}
