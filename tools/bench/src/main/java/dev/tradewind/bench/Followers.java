package dev.tradewind.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Customers who look at the order they have placed, as the read side shows it: first they wait until it is there, then they follow it to its end.
 * Each view says when its version was decided; the time from then until the client has read it is its lag. Versions that were overtaken before
 * anybody looked are not counted. Only some orders are followed: every open stream looks at its order again and again.
 */
final class Followers implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DATA = "data:";

  private final URI queries;
  private final int every;
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong placed = new AtomicLong();
  private final List<Future<?>> followed = new ArrayList<>();
  private final Latencies waited = new Latencies();
  private final Latencies heard = new Latencies();

  /** @param every one of so many orders is followed, the first one too */
  Followers(URI queries, int every) {
    this.queries = queries;
    this.every = every;
  }

  /** May be called from any thread. */
  void placed(String orderId) {
    if (placed.getAndIncrement() % every == 0) {
      synchronized (followed) {
        followed.add(clients.submit(() -> {
          follow(orderId, await(orderId));
          return orderId;
        }));
      }
    }
  }

  /** From the order's first version until who waits for it has read it. */
  Latencies.Percentiles waited() {
    return waited.percentiles();
  }

  /** From each later version until it came out of the stream. */
  Latencies.Percentiles heard() {
    return heard.percentiles();
  }

  /**
   * Returns when all have heard the end.
   *
   * @throws BenchException when one did not
   */
  void finish() throws InterruptedException {
    List<Future<?>> all;
    synchronized (followed) {
      all = List.copyOf(followed);
    }
    for (Future<?> one : all) {
      try {
        one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException failed) {
        throw new BenchException("a follower gave up: " + failed.getCause());
      } catch (TimeoutException late) {
        throw new BenchException("a follower did not hear the end of its order within %d s".formatted(PATIENCE.toSeconds()));
      }
    }
  }

  private long await(String orderId) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(order(orderId, "?version=1").header("Prefer", "wait=10").build(), BodyHandlers.ofString());
    JsonNode order = read(waited, expected(answer).body());
    return order.path("version").asLong();
  }

  private void follow(String orderId, long version) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> answer = http.send(
        order(orderId, "").header("Accept", "text/event-stream").header("Last-Event-ID", Long.toString(version)).build(), BodyHandlers.ofLines());
    if (answer.statusCode() == 204) {
      return;
    }
    try (Stream<String> lines = expected(answer).body()) {
      lines.filter(line -> line.startsWith(DATA)).forEach(line -> read(heard, line.substring(DATA.length())));
    }
  }

  private static JsonNode read(Latencies lag, String body) {
    Instant now = Instant.now();
    try {
      JsonNode order = JSON.readTree(body);
      lag.add(Duration.between(Instant.parse(order.path("changedAt").asText()), now));
      return order;
    } catch (IOException malformed) {
      throw new BenchException("a view is no JSON: " + malformed.getMessage());
    }
  }

  private static <T> HttpResponse<T> expected(HttpResponse<T> answer) {
    if (answer.statusCode() != 200) {
      throw new BenchException("%s answered %d, not 200".formatted(answer.uri(), answer.statusCode()));
    }
    return answer;
  }

  private HttpRequest.Builder order(String orderId, String query) {
    return HttpRequest.newBuilder(queries.resolve("/v1/orders/" + orderId + query)).timeout(PATIENCE);
  }

  @Override
  public void close() {
    clients.shutdownNow();
    http.close();
  }
}
