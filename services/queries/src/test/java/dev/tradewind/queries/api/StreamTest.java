package dev.tradewind.queries.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.tradewind.queries.domain.OrderState;
import dev.tradewind.queries.domain.Told;
import dev.tradewind.queries.serving.Seats;
import dev.tradewind.queries.serving.Views;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Streams of changes, read as they come from the wire. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StreamTest {

  @Inject
  Views views;

  @Inject
  Seats seats;

  @Inject
  MeterRegistry meters;

  @TestHTTPResource("/")
  URI service;

  private final Told order = Told.order("c-1", 0);

  @BeforeEach
  void nobodyListens() {
    await().atMost(Duration.ofSeconds(30)).until(() -> seats.taken() == 0);
  }

  @Test
  void a_listener_hears_how_it_is_every_change_and_the_end() throws IOException {
    told(OrderState.PLACED, 1);
    try (var stream = listen(order.orderId(), "")) {
      assertThat(stream.header()).contains("HTTP/1.1 200 OK")
          .anySatisfy(line -> assertThat(line).startsWithIgnoringCase("content-type: text/event-stream"));
      assertThat(stream.event()).contains("event:order", "id:1", "retry:1000").anySatisfy(line -> assertThat(line)
          .startsWith("data:").contains("\"orderId\":\"" + order.orderId() + "\"", "\"state\":\"PLACED\"", "\"version\":1"));
      told(OrderState.CONFIRMED, 5);
      assertThat(stream.event()).contains("id:5");
      told(OrderState.DELIVERED, 7);
      assertThat(stream.event()).contains("id:7").anySatisfy(line -> assertThat(line).contains("DELIVERED"));
      assertThat(stream.rest()).as("nothing follows the end").noneSatisfy(line -> assertThat(line).startsWith("data:"));
    }
  }

  @Test
  void a_listener_that_comes_back_hears_what_it_missed() throws IOException {
    told(OrderState.CONFIRMED, 5);
    try (var stream = listen(order.orderId(), "Last-Event-ID: 5\r\n")) {
      told(OrderState.CANCELLED, 9);
      assertThat(stream.event()).contains("id:9");
    }
  }

  @Test
  void while_nothing_happens_a_comment_keeps_the_line_open() throws IOException {
    told(OrderState.PLACED, 1);
    try (var stream = listen(order.orderId(), "Last-Event-ID: 1\r\n")) {
      assertThat(stream.until(line -> line.startsWith(":"))).noneSatisfy(line -> assertThat(line).startsWith("data:"))
          .last().asString().contains("still here");
      told(OrderState.CONFIRMED, 5);
      assertThat(stream.event()).contains("id:5");
    }
  }

  @Test
  void one_that_has_heard_the_end_is_told_not_to_come_back() {
    told(OrderState.REJECTED, 2);

    stream(order.orderId()).then().statusCode(200);
    assertThat(given().accept("text/event-stream").header("Last-Event-ID", "2").get("/v1/orders/{id}", order.orderId()).statusCode()).isEqualTo(204);
  }

  @Test
  void an_order_that_does_not_exist_is_a_problem_and_no_stream() {
    stream(UUID.randomUUID().toString()).then().statusCode(404).contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:order-not-found"));
    stream("nonsense").then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void an_event_id_that_is_none_of_ours_is_a_problem() {
    told(OrderState.PLACED, 1);

    given().accept("text/event-stream").header("Last-Event-ID", "five").get("/v1/orders/{id}", order.orderId()).then()
        .statusCode(400).contentType("application/problem+json").body("violations.field", hasItem("Last-Event-ID"));
  }

  @Test
  void no_more_listeners_than_there_are_seats_and_each_that_leaves_makes_room() throws IOException {
    told(OrderState.PLACED, 1);
    var streams = Stream.generate(() -> listen(order.orderId(), "")).limit(3).toList();
    for (var stream : streams) {
      assertThat(stream.event()).contains("id:1");
    }
    assertThat(meters.get("tradewind.views.streams").gauge().value()).isEqualTo(3);

    stream(order.orderId()).then().statusCode(503).header("Retry-After", notNullValue()).contentType("application/problem+json")
        .body("type", equalTo("urn:tradewind:problem:too-many-streams"));
    given().get("/v1/orders/{id}", order.orderId()).then().statusCode(200);

    streams.getFirst().close();
    await().atMost(Duration.ofSeconds(30)).until(() -> seats.taken() == 2);
    try (var next = listen(order.orderId(), "")) {
      assertThat(next.event()).contains("id:1");
    }
    for (var stream : streams) {
      stream.close();
    }
  }

  @Test
  void who_does_not_ask_for_a_stream_gets_the_order() {
    told(OrderState.PLACED, 1);

    given().accept("*/*").get("/v1/orders/{id}", order.orderId()).then().statusCode(200).contentType("application/json");
    given().get("/v1/orders/{id}", order.orderId()).then().statusCode(200).contentType("application/json");
  }

  private void told(OrderState state, long version) {
    views.apply(order.view(state, version)).await().indefinitely();
  }

  private static Response stream(String orderId) {
    return given().accept("text/event-stream").get("/v1/orders/{id}", orderId);
  }

  private Listener listen(String orderId, String headers) {
    try {
      var socket = new Socket(service.getHost(), service.getPort());
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write("GET /v1/orders/%s HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n%s\r\n"
          .formatted(orderId, headers).getBytes(StandardCharsets.US_ASCII));
      return new Listener(socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a stream; those that say how long a chunk is are among them, and do no harm. */
  private record Listener(Socket socket, BufferedReader lines) implements Closeable {

    List<String> header() throws IOException {
      return until(line -> line.isEmpty());
    }

    /** The lines up to the data of the next event. */
    List<String> event() throws IOException {
      return until(line -> line.startsWith("data:"));
    }

    /** What comes until the last chunk. */
    List<String> rest() throws IOException {
      return until(line -> line.equals("0"));
    }

    private List<String> until(Predicate<String> last) throws IOException {
      var read = new ArrayList<String>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        read.add(line);
        if (last.test(line)) {
          break;
        }
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
