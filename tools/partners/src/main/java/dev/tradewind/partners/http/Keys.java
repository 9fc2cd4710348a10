package dev.tradewind.partners.http;

import io.vertx.ext.web.RoutingContext;

/** The names clients give to what they ask for, in a header or in the path. */
public final class Keys {

  private static final String HEADER = "Idempotency-Key";
  private static final String RULE = "must be 1 to 255 printable ASCII characters";

  private Keys() {}

  public static String idempotencyKey(RoutingContext ctx) {
    var key = ctx.request().getHeader(HEADER);
    if (key == null || key.isBlank()) {
      throw Problem.inField(400, "missing-idempotency-key", HEADER, "is required: choose one key for each thing to be done");
    }
    return checked(HEADER, key);
  }

  public static String inPath(RoutingContext ctx) {
    return checked("key", ctx.pathParam("key"));
  }

  private static String checked(String field, String key) {
    if (key.length() > 255 || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
      throw Problem.inField(400, "invalid-key", field, RULE);
    }
    return key;
  }
}
