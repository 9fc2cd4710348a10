package dev.tradewind.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.e2e.Http.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The catalog service, as the back office sees it. */
final class CatalogApi {

  private final URI base;
  private final Http http;

  CatalogApi(URI base, Http http) {
    this.base = base;
    this.http = http;
  }

  /** Says that the product costs so many cents, and whether it is sold. */
  void put(String sku, long cents, boolean active) {
    Answer answer = http.put(base.resolve("/v1/products/" + sku), Map.of("Idempotency-Key", UUID.randomUUID().toString()), Http.json(Map.of(
        "name", sku, "active", active, "prices", List.of(Map.of("amount", cents, "currency", "EUR")))));
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }

  JsonNode show(String sku) {
    Answer answer = http.get(base.resolve("/v1/products/" + sku));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  Answer importFile(String key, String csv) {
    return http.post(base.resolve("/v1/products/imports"), Map.of("Idempotency-Key", key), "text/csv", csv);
  }

  JsonNode showImport(String importId) {
    Answer answer = http.get(base.resolve("/v1/products/imports/" + importId));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
