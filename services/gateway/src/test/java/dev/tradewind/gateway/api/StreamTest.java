package dev.tradewind.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.stub.Client;
import dev.tradewind.gateway.stub.Samples;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An order followed through the gateway. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamTest {

  private static final String EVENT = "event: order\nid: 7\ndata: {}\n\n";
  private static final Buffer PIECE = Buffer.buffer(": " + "x".repeat(64 * 1024 - 3) + "\n");
  private static final int MEGABYTES_64 = 1024;

  @TestHTTPResource("/v1/orders/" + Samples.ORDER_ID)
  URI order;

  StubServices services;
  TestIssuer issuer;

  private final CompletableFuture<HttpServerResponse> stream = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();

  @BeforeEach
  void queries_streams_when_told() {
    services.forget();
    Samples.whole(services);
    services.of(Service.QUERIES).answers(request -> {
      request.response().closeHandler(gone -> ended.set(true)).endHandler(done -> ended.set(true));
      request.response().setChunked(true).putHeader("Content-Type", "text/event-stream").write(": hello\n");
      stream.complete(request.response());
    });
  }

  @Test
  void each_event_comes_when_it_happens_and_longer_than_any_call_may_take() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer = follow(client);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      var lines = new BufferedReader(new InputStreamReader(answer.body()));
      assertThat(lines.readLine()).isEqualTo(": hello");
      // The timeout of a call is a second here.
      var more = CompletableFuture.runAsync(() -> stream.join().write(EVENT), CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS));
      assertThat(lines.readLine()).isEqualTo("event: order");
      more.join();
      stream.join().end("data: last\n\n");
      assertThat(lines.lines().reduce((one, next) -> next.isEmpty() ? one : next)).hasValue("data: last");
    }
  }

  @Test
  void a_client_that_goes_away_ends_the_call_of_the_service() throws Exception {
    var client = HttpClient.newHttpClient();
    var answer = follow(client);
    assertThat(answer.body().read()).isEqualTo(':');
    answer.body().close();
    client.shutdownNow();
    await().untilAsserted(() -> {
      stream.join().write(EVENT);
      assertThat(ended).isTrue();
    });
  }

  @Test
  void a_client_that_does_not_read_holds_up_the_service_and_not_the_gateways_memory() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer = follow(client);
      var sent = new AtomicInteger();
      services.of(Service.QUERIES).on(() -> pour(stream.join(), sent));
      await().until(() -> stream.join().writeQueueFull());
      int held = sent.get();
      assertThat(held).isLessThan(MEGABYTES_64);
      answer.body().readNBytes(held * PIECE.length());
      await().until(() -> sent.get() > held);
      answer.body().close();
      client.shutdownNow();
    }
  }

  @Test
  void what_follows_last_event_id_is_asked_for_and_nothing_more_is_told_as_nothing() {
    services.of(Service.QUERIES).answers(request -> request.response().setStatusCode(204).end());

    Client.alice(issuer).accept("text/event-stream").header("Last-Event-ID", "9").get(order).then().statusCode(204);
    assertThat(services.of(Service.QUERIES).asked().getFirst().header("Last-Event-ID")).hasValue("9");
  }

  @Test
  void a_stream_that_may_not_begin_is_a_problem() {
    services.of(Service.QUERIES).answers(Answering.problem(503, "too-many-streams", "D").and("Retry-After", "5"));
    Client.alice(issuer).accept("text/event-stream").get(order).then().statusCode(503).header("Retry-After", equalTo("5"))
        .contentType("application/problem+json").body("type", equalTo("urn:tradewind:problem:too-many-streams"));
  }

  @Test
  void nobody_follows_somebody_elses_order() {
    Client.bob(issuer).accept("text/event-stream").get(order).then().statusCode(404).contentType("application/problem+json");
    assertThat(services.of(Service.QUERIES).asked()).isEmpty();
  }

  private static void pour(HttpServerResponse into, AtomicInteger sent) {
    while (!into.writeQueueFull() && sent.get() < MEGABYTES_64) {
      into.write(PIECE);
      sent.incrementAndGet();
    }
    if (sent.get() < MEGABYTES_64) {
      into.drainHandler(drained -> pour(into, sent));
    }
  }

  private HttpResponse<InputStream> follow(HttpClient client) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(order).version(HttpClient.Version.HTTP_1_1).header("Accept", "text/event-stream")
        .header("Authorization", "Bearer " + issuer.customer("alice")).build();
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }
}
