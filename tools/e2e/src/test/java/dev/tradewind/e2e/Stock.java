package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The inventory service, as a warehouse sees it. */
final class Stock {

  private final URI base;
  private final Http http;

  Stock(URI base, Http http) {
    this.base = base;
    this.http = http;
  }

  /** A product nobody else has, of which so many units arrived; none when 0. */
  String product(String name, int quantity) {
    String sku = sku(name);
    if (quantity > 0) {
      Answer answer = http.post(base.resolve("/v1/stock/" + sku + "/receipts"), Map.of("Idempotency-Key", "receipt-" + sku),
          Http.json(Map.of("warehouse", "eu-1", "quantity", quantity)));
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
    return sku;
  }

  /** A product that nobody ever heard of. */
  static String sku(String name) {
    return name + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  /** So many units are with orders, and all others are available. */
  void shows(String sku, long received, long taken) {
    Answer answer = http.get(base.resolve("/v1/stock/" + sku));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode level = answer.json();
    assertThat(level.path("received").asLong()).as("received of %s", sku).isEqualTo(received);
    assertThat(level.path("taken").asLong()).as("taken of %s", sku).isEqualTo(taken);
    assertThat(level.path("available").asLong()).as("available of %s", sku).isEqualTo(received - taken);
  }
}
