package dev.tradewind.gateway.shedding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradewind.gateway.access.IssuerResource;
import dev.tradewind.gateway.access.TestIssuer;
import dev.tradewind.gateway.stub.Client;
import dev.tradewind.gateway.stub.Samples;
import dev.tradewind.gateway.stub.Stub.Answering;
import dev.tradewind.gateway.stub.StubServices;
import dev.tradewind.gateway.upstream.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.http.HttpServerRequest;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A gateway that does two reads at once, one write, and one stream. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
@QuarkusTestResource(IssuerResource.class)
@TestProfile(SheddingTest.Small.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SheddingTest {

  /** Few seats. Calls of insights may take as long as a test likes. */
  public static final class Small implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("tradewind.gateway.most-reads", "2", "tradewind.gateway.most-writes", "1", "tradewind.gateway.most-streams", "1");
    }
  }

  private static final String SLOW = "/v1/insights/recommendations/TEA-001";
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final String ORDER = "/v1/orders/" + Samples.ORDER_ID;

  StubServices services;
  TestIssuer issuer;

  private final List<HttpServerRequest> held = new CopyOnWriteArrayList<>();

  @BeforeEach
  void insights_answers_when_told() {
    services.forget();
    Samples.whole(services);
    services.of(Service.INSIGHTS).answers(held::add);
    services.of(Service.QUERIES).answers(
        request -> request.response().setChunked(true).putHeader("Content-Type", "text/event-stream").write(": hello\n"));
  }

  @AfterEach
  void nothing_is_under_way() {
    release();
    await().atMost(LONG).untilAsserted(() -> assertThat(metrics()).contains("tradewind_gateway_under_way{kind=\"reads\"} 0.0"));
  }

  @Test
  void what_is_too_much_is_refused_at_once_and_tells_when_to_come_back() {
    var under = fill();

    given().get(SLOW).then().statusCode(503).contentType("application/problem+json").header("Retry-After", equalTo("1"))
        .body("type", equalTo("urn:tradewind:problem:overloaded")).body("status", equalTo(503));
    Client.alice(issuer).get(ORDER).then().statusCode(503);
    assertThat(services.of(Service.ORDERS).asked()).isEmpty();

    release();
    under.forEach(each -> assertThat(each.join().statusCode()).isEqualTo(200));
    await().atMost(LONG).untilAsserted(() -> Client.alice(issuer).get(ORDER).then().statusCode(200));
  }

  @Test
  void health_and_metrics_answer_also_then_and_say_so() {
    fill();
    given().get(SLOW).then().statusCode(503);

    given().get("/q/health/live").then().statusCode(200);
    assertThat(metrics()).contains("tradewind_gateway_under_way{kind=\"reads\"} 2.0", "tradewind_gateway_most{kind=\"reads\"} 2.0")
        .containsPattern("tradewind_gateway_refused_total\\{kind=\"reads\"} [1-9]");
  }

  @Test
  void reads_that_wait_for_somebody_slow_keep_nobody_from_ordering() {
    fill();
    services.of(Service.ORDERS).answers(Answering.json(202, "{}"));

    Client.alice(issuer).get(ORDER).then().statusCode(503);
    Client.alice(issuer).header("Idempotency-Key", Client.newKey()).contentType("application/json").body("{\"customerId\":\"alice\"}").post("/v1/orders")
        .then().statusCode(202);
  }

  @Test
  void a_way_to_health_that_leads_elsewhere_takes_a_seat_like_any_other() {
    fill();
    for (var path : List.of("/q/../v1/insights/recommendations/TEA-001", "/q/%2e%2e/v1/insights/recommendations/TEA-001")) {
      given().urlEncodingEnabled(false).get(path).then().statusCode(503).body("type", equalTo("urn:tradewind:problem:overloaded"));
    }
  }

  @Test
  void a_stream_takes_no_seat_of_reads_and_has_few_of_its_own() throws Exception {
    fill();
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + ORDER))
          .header("Accept", "text/event-stream").header("Authorization", "Bearer " + issuer.customer("alice")).build();
      var stream = client.send(request, BodyHandlers.ofInputStream());
      assertThat(stream.statusCode()).isEqualTo(200);
      Client.alice(issuer).accept("text/event-stream").get(ORDER).then().statusCode(503).body("detail", containsString("under way"));
      stream.body().close();
      client.shutdownNow();
    }
    await().atMost(LONG).untilAsserted(() -> assertThat(metrics()).contains("tradewind_gateway_under_way{kind=\"streams\"} 0.0"));
  }

  @Test
  void a_client_that_gives_up_leaves_its_seat() throws Exception {
    for (int i = 0; i < 2; i++) {
      var socket = new Socket("localhost", RestAssured.port);
      socket.getOutputStream().write(("GET " + SLOW + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes());
      int expected = i + 1;
      await().atMost(LONG).until(() -> held.size() == expected);
      socket.close();
    }
    await().atMost(LONG).untilAsserted(() -> assertThat(metrics()).contains("tradewind_gateway_under_way{kind=\"reads\"} 0.0"));
  }

  private List<CompletableFuture<Response>> fill() {
    var under = IntStream.range(0, 2).mapToObj(i -> CompletableFuture.supplyAsync(() -> given().get(SLOW), THREADS)).toList();
    await().atMost(LONG).until(() -> held.size() == 2);
    return under;
  }

  private void release() {
    Stream.of(held.toArray(HttpServerRequest[]::new))
        .forEach(request -> services.of(Service.INSIGHTS).on(() -> Answering.json(200, "{}").handle(request)));
    held.clear();
  }

  private static String metrics() {
    return given().get("/q/metrics").then().statusCode(200).extract().asString();
  }
}
