package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The payment provider or the carrier: its books, which stay readable, and its outages. */
final class Partner {

  private final URI base;
  private final Http http;

  Partner(URI partners, String name, Http http) {
    this.base = partners.resolve("/" + name + "/");
    this.http = http;
  }

  /**
   * One thing that was done.
   *
   * @param kind what, such as {@code captured} or {@code booked}
   * @param order for which order; empty when the partner was not told
   * @param amount in cents, where money is concerned
   */
  record Entry(String kind, String order, long amount) {

    private static Entry of(JsonNode line) {
      return new Entry(line.path("kind").asText(), line.path("reference").asText(""), line.path("amount").asLong());
    }
  }

  /** What was done for an order, oldest first. */
  List<Entry> done(Order order) {
    return entries("ledger?reference=" + order.id());
  }

  /** The same for every order. */
  Map<String, List<Entry>> done() {
    return entries("ledger").stream().collect(Collectors.groupingBy(Entry::order));
  }

  private List<Entry> entries(String path) {
    Answer answer = http.get(base.resolve(path));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body().lines().map(Partner::entry).toList();
  }

  private static Entry entry(String line) {
    try {
      return Entry.of(Http.JSON.readTree(line));
    } catch (JsonProcessingException malformed) {
      throw new AssertionError("a line of a ledger is no JSON: " + line, malformed);
    }
  }

  /** Begins an outage: {@code refuse}, {@code error}, {@code hang} or {@code lost}. */
  void fail(String mode, Duration length) {
    Answer answer = http.post(base.resolve("outages"), Map.of(), Http.json(Map.of("mode", mode, "seconds", length.toSeconds())));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  boolean isDown() {
    return http.get(base.resolve("outages")).json().path("active").asBoolean();
  }
}
