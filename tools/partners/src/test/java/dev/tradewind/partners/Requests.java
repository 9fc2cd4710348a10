package dev.tradewind.partners;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Requests that are right in every field, for tests to send or to spoil. */
public final class Requests {

  private Requests() {}

  public static JsonObject payment(String reference, String method) {
    return new JsonObject().put("reference", reference).put("amount", 1999).put("currency", "EUR").put("method", method);
  }

  public static String amount(long amount) {
    return new JsonObject().put("amount", amount).encode();
  }

  public static JsonObject booking(String reference, String city) {
    return new JsonObject()
        .put("reference", reference)
        .put("shipTo", new JsonObject()
            .put("name", "The receiver").put("street", "1 Harbour Street").put("city", city)
            .put("postalCode", "20457").put("country", "DE"))
        .put("parcels", new JsonArray().add(new JsonObject().put("sku", "SKU-1").put("quantity", 2)));
  }

  public static String outage(String mode, int seconds) {
    return new JsonObject().put("mode", mode).put("seconds", seconds).encode();
  }
}
