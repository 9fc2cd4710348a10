package dev.tradewind.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * HTTP as the customers of the bench speak it: one attempt a request, because a repeat would hide what is measured. Who is told when to come
 * again does so, and has waited all the while.
 */
final class Clients implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int NOT_NOW = 503;
  private static final int MOST_REFUSALS = 60;

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

  JsonNode post(URI uri, String key, String body, int expected) throws InterruptedException {
    return json(send(HttpRequest.newBuilder(uri).header("Content-Type", "application/json").header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body)), expected));
  }

  JsonNode get(URI uri) throws InterruptedException {
    return json(text(uri));
  }

  String text(URI uri) throws InterruptedException {
    return send(HttpRequest.newBuilder(uri), 200);
  }

  private String send(HttpRequest.Builder request, int expected) throws InterruptedException {
    try {
      HttpResponse<String> response = once(request);
      for (int again = 0; again < MOST_REFUSALS && response.statusCode() == NOT_NOW && pause(response).isPresent(); again++) {
        TimeUnit.SECONDS.sleep(pause(response).getAsLong());
        response = once(request);
      }
      if (response.statusCode() != expected) {
        throw new BenchException("%s answered %d, not %d: %s".formatted(response.uri(), response.statusCode(), expected, response.body()));
      }
      return response.body();
    } catch (IOException noAnswer) {
      throw new BenchException("%s did not answer: %s".formatted(request.build().uri(), noAnswer));
    }
  }

  private HttpResponse<String> once(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static OptionalLong pause(HttpResponse<String> response) {
    return response.headers().firstValueAsLong("Retry-After");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      throw new BenchException("an answer is no JSON: " + malformed.getMessage());
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
