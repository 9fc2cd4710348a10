package dev.tradewind.partners;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client of both partners. It never retries: what a partner does to a connection is what a test sees. */
public final class Client implements AutoCloseable {

  /** An answer as a test wants to see it. */
  public record Answer(int status, String text, HttpResponse<String> response) {

    public JsonObject json() {
      return new JsonObject(text);
    }

    /** The last part of the problem's type. */
    public String problem() {
      return json().getString("type").replaceFirst(".*:", "");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  public Client(String url) {
    this.url = url;
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  public Answer delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE().build());
  }

  public Answer post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(BodyPublishers.ofString(body)).build());
  }

  public Answer post(String path, String key, String body) throws IOException, InterruptedException {
    return send(postRequest(path, key, body));
  }

  public CompletableFuture<Answer> posting(String path, String key, String body) {
    return http.sendAsync(postRequest(path, key, body), BodyHandlers.ofString()).thenApply(Client::answer);
  }

  public Answer put(String path, String body) throws IOException, InterruptedException {
    return send(request(path).PUT(BodyPublishers.ofString(body)).build());
  }

  /** The entries of a ledger, oldest first. */
  public List<JsonObject> ledger(String path) throws IOException, InterruptedException {
    return get(path).text().lines().map(JsonObject::new).toList();
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private HttpRequest postRequest(String path, String key, String body) {
    return request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    return answer(http.send(request, BodyHandlers.ofString()));
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body(), response);
  }

  public static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8);
  }
}
