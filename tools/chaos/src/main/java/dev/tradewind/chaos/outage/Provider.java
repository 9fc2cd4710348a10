package dev.tradewind.chaos.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The stand-in payment provider, as whoever takes it away sees it. */
final class Provider implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI partners;
  private final HttpClient http = HttpClient.newHttpClient();

  Provider(URI partners) {
    this.partners = partners;
  }

  /**
   * Takes it away, in place of an outage that is under way.
   *
   * @param mode as the stand-in calls it
   * @param atMost when nobody brings it back sooner; in whole seconds, rounded up
   */
  void away(String mode, Duration atMost) throws InterruptedException {
    String body = JSON.createObjectNode().put("seconds", atMost.plusMillis(999).toSeconds()).put("mode", mode).toString();
    send(request("/psp/outages").POST(BodyPublishers.ofString(body)), 201);
  }

  void back() throws InterruptedException {
    send(request("/psp/outages").DELETE(), 200);
  }

  Calls calls() throws InterruptedException {
    JsonNode all = send(request("/psp/calls"), 200);
    JsonNode whileAway = all.path("whileAway");
    return new Calls(all.path("calls").asLong(), all.path("operations").asLong(),
        whileAway.path("calls").asLong(), whileAway.path("operations").asLong());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(partners.resolve(path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest.Builder request, int expected) throws InterruptedException {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new IllegalStateException(
            "%s answered %d where %d was expected: %s".formatted(answer.uri(), answer.statusCode(), expected, answer.body()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException unreachable) {
      throw new UncheckedIOException("%s does not answer: %s; look at the partners' log".formatted(partners, unreachable.getMessage()), unreachable);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
