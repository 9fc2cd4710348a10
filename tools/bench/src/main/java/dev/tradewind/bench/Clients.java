package dev.tradewind.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** HTTP as the customers of the bench speak it: one attempt a request, because a repeat would hide what is measured. */
final class Clients implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
      HttpResponse<String> response = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != expected) {
        throw new BenchException("%s answered %d, not %d: %s".formatted(response.uri(), response.statusCode(), expected, response.body()));
      }
      return response.body();
    } catch (IOException noAnswer) {
      throw new BenchException("%s did not answer: %s".formatted(request.build().uri(), noAnswer));
    }
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
