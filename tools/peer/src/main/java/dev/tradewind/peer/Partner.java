package dev.tradewind.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The payment provider and the carrier over HTTP. One attempt a call: a failure brings the message back. */
final class Partner {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
  private final URI url;

  Partner(URI url) {
    this.url = url;
  }

  /** What it said: it did it, or it refuses and always will. */
  record Answer(boolean done, ObjectNode body) {

    String text(String field) {
      return body.path(field).asText();
    }
  }

  /** @param key makes a repeated call harmless */
  Answer post(String path, String key, ObjectNode body) {
    return send(HttpRequest.newBuilder(url.resolve(path)).header("Idempotency-Key", key).POST(BodyPublishers.ofString(Json.write(body))));
  }

  Answer put(String path, ObjectNode body) {
    return send(HttpRequest.newBuilder(url.resolve(path)).PUT(BodyPublishers.ofString(Json.write(body))));
  }

  Answer delete(String path) {
    return send(HttpRequest.newBuilder(url.resolve(path)).DELETE());
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.header("Content-Type", "application/json").timeout(PATIENCE).build(),
          HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2 && response.statusCode() != 422) {
        throw new IllegalStateException("%s answered %d; expected 2xx or 422".formatted(response.uri(), response.statusCode()));
      }
      return new Answer(response.statusCode() != 422, Json.read(response.body()));
    } catch (IOException noAnswer) {
      throw new UncheckedIOException(noAnswer);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a partner", interrupted);
    }
  }
}
