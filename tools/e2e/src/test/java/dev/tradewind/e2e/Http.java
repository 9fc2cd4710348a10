package dev.tradewind.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Requests as a patient client makes them: "not now" (503) is no answer, and everything else is. Every request here may be repeated. */
final class Http implements AutoCloseable {

  static final ObjectMapper JSON = JsonMapper.builder().build();

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int NOT_NOW = 503;

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

  /** What came back; {@code body} as it was sent. */
  record Answer(int status, String body, Map<String, String> headers) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException malformed) {
        throw new AssertionError("answered %d with no JSON: %s".formatted(status, body), malformed);
      }
    }
  }

  Answer get(URI uri) {
    return send(HttpRequest.newBuilder(uri));
  }

  Answer post(URI uri, Map<String, String> headers, String body) {
    return post(uri, headers, "application/json", body);
  }

  Answer post(URI uri, Map<String, String> headers, String type, String body) {
    return send(posting(uri, headers, type, body));
  }

  Answer put(URI uri, Map<String, String> headers, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  /** A single attempt, whatever the answer. */
  Answer once(URI uri, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    headers.forEach(request::header);
    return attempt(request.timeout(PATIENCE).build());
  }

  /** A single attempt, whatever the answer. */
  Answer postOnce(URI uri, Map<String, String> headers, String body) {
    return attempt(posting(uri, headers, "application/json", body).timeout(PATIENCE).build());
  }

  private static HttpRequest.Builder posting(URI uri, Map<String, String> headers, String type, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest built = request.timeout(PATIENCE).build();
    Answer first = attempt(built);
    return first.status() == NOT_NOW ? Stage.eventually().until(() -> attempt(built), answer -> answer.status() != NOT_NOW) : first;
  }

  private Answer attempt(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new Answer(response.statusCode(), response.body(), headers);
    } catch (IOException noAnswer) {
      throw new UncheckedIOException(noAnswer);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
