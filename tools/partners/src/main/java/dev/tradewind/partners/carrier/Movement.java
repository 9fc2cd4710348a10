package dev.tradewind.partners.carrier;

import dev.tradewind.partners.ledger.Entry;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened to a shipment. It carries what the carrier knows of the shipment, so the latest movement of a key is
 * the shipment. A shipment cancelled before it was booked (a tombstone) has no reference and no booking.
 *
 * @param key the name the client gave to the shipment
 * @param booking a fingerprint of what was asked to be shipped: the address itself is not kept
 * @param refusal why the carrier did not take it
 */
record Movement(
    long sequence, Instant at, String key, Status status, Optional<String> reference, Optional<String> booking,
    Optional<String> trackingNumber, Optional<String> refusal) implements Entry {

  static Movement read(JsonObject json) {
    return new Movement(
        json.getLong("sequence"), Instant.parse(json.getString("at")), json.getString("key"), Status.of(json.getString("kind")),
        text(json, "reference"), text(json, "booking"), text(json, "trackingNumber"), text(json, "detail"));
  }

  /** What comes after this one: the same shipment, elsewhere. */
  Movement then(long next, Instant when, Status to) {
    return new Movement(next, when, key, to, reference, booking, trackingNumber, refusal);
  }

  @Override
  public Optional<String> about() {
    return reference;
  }

  @Override
  public JsonObject stored() {
    var json = shown();
    booking.ifPresent(b -> json.put("booking", b));
    return json;
  }

  @Override
  public JsonObject shown() {
    var json = new JsonObject().put("sequence", sequence).put("at", at.toString()).put("kind", status.toString()).put("key", key);
    return known(json);
  }

  /** The shipment as of this movement. */
  JsonObject shipment() {
    return known(new JsonObject().put("key", key).put("status", status.toString()));
  }

  private JsonObject known(JsonObject json) {
    reference.ifPresent(r -> json.put("reference", r));
    trackingNumber.ifPresent(t -> json.put("trackingNumber", t));
    refusal.ifPresent(d -> json.put("detail", d));
    return json;
  }

  private static Optional<String> text(JsonObject json, String field) {
    return Optional.ofNullable(json.getString(field));
  }
}
