package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The insights service, as operators see it. */
final class InsightsApi {

  private final URI base;
  private final Http http;

  InsightsApi(URI base, Http http) {
    this.base = base;
    this.http = http;
  }

  /**
   * What was sold of a product in a region.
   *
   * @param revenue in cents
   */
  record Sold(long units, long revenue, long orders) {

    Sold plus(Sold more) {
      return new Sold(units + more.units, revenue + more.revenue, orders + more.orders);
    }
  }

  /** Of a product, by region, since then; whatever the steps, the sums must be the same. */
  Map<String, Sold> sold(String sku, Instant from, String by) {
    Map<String, Sold> sums = new HashMap<>();
    rows("sales?limit=7&by=%s&sku=%s&from=%s".formatted(by, sku, from), "sales").forEach(row -> sums.merge(row.path("region").asText(),
        new Sold(row.path("units").asLong(), row.path("revenue").asLong(), row.path("orders").asLong()), Sold::plus));
    return sums;
  }

  /** What was bought together with a product, and in how many orders. */
  Map<String, Long> together(String sku) {
    Map<String, Long> others = new HashMap<>();
    get("recommendations/" + sku).path("recommendations").forEach(row -> others.put(row.path("sku").asText(), row.path("orders").asLong()));
    return others;
  }

  /** By what which orders of a customer are suspected: order and rule. */
  List<String> suspicions(String customer) {
    return rows("suspicions?limit=3&customer=" + customer, "suspicions").stream()
        .map(row -> row.path("orderId").asText() + " " + row.path("rule").asText()).toList();
  }

  private List<JsonNode> rows(String list, String name) {
    List<JsonNode> rows = new ArrayList<>();
    for (String cursor = ""; cursor != null; ) {
      JsonNode page = get(list + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.path(name).forEach(rows::add);
      cursor = page.path("next").textValue();
    }
    return rows;
  }

  private JsonNode get(String path) {
    Http.Answer answer = http.get(base.resolve("/v1/insights/" + path));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
