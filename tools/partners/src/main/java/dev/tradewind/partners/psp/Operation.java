package dev.tradewind.partners.psp;

import dev.tradewind.partners.ledger.Entry;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing the provider did. It is the ledger entry, the idempotency record and the answer at once, so the three cannot
 * disagree after a crash.
 *
 * @param key the idempotency key it was asked under
 * @param request a fingerprint of what was asked
 * @param id the id the client is told; of a capture or a refund, say
 * @param authorization the authorization it belongs to
 * @param amount in minor units of {@code currency}; of a void, what is no longer held
 */
record Operation(
    long sequence, Instant at, String key, String request, Kind kind, String id, String authorization,
    String reference, long amount, String currency, Card card) implements Entry {

  static Operation read(JsonObject json) {
    return new Operation(
        json.getLong("sequence"), Instant.parse(json.getString("at")), json.getString("key"), json.getString("request"),
        Kind.of(json.getString("kind")), json.getString("id"), json.getString("authorization"), json.getString("reference"),
        json.getLong("amount"), json.getString("currency"), Card.valueOf(json.getString("card")));
  }

  @Override
  public Optional<String> about() {
    return Optional.of(reference);
  }

  @Override
  public JsonObject stored() {
    return shown().put("request", request).put("id", id).put("card", card.name());
  }

  @Override
  public JsonObject shown() {
    return new JsonObject()
        .put("sequence", sequence).put("at", at.toString()).put("reference", reference).put("kind", kind.toString())
        .put("authorization", authorization).put("amount", amount).put("currency", currency).put("key", key);
  }

  /** What the client was told, or would have been. */
  JsonObject answer() {
    var answer = new JsonObject();
    if (kind != Kind.VOIDED && kind != Kind.CAPTURE_DECLINED) {
      answer.put("id", id);
    }
    answer.put("status", kind.status());
    if (kind.declined()) {
      answer.put("reason", card.reason());
    }
    return answer;
  }
}
