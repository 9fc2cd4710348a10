package dev.tradewind.gateway.api;

import dev.tradewind.quarkus.OrderContext;
import dev.tradewind.quarkus.Problem;
import java.util.regex.Pattern;

/** The shapes of what stands in paths: nothing else reaches a service. */
final class Names {

  static final String CUSTOMER = "[A-Za-z0-9_-]{1,64}";
  static final String CUSTOMER_RULE = "must be 1 to 64 letters, digits, - or _";
  static final String SKU = "[A-Z0-9][A-Z0-9._-]{0,63}";
  static final String SKU_RULE = "must be 1 to 64 capital letters, digits, . _ or -";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Names() {}

  /** @throws Problem 404 when this cannot be an order's id */
  static String order(String orderId) {
    if (!ID.matcher(orderId).matches()) {
      throw noOrder();
    }
    OrderContext.enter(orderId);
    return orderId;
  }

  /** @throws Problem 404 when this cannot be the id of such a thing */
  static String id(String thing, String id) {
    if (!ID.matcher(id).matches()) {
      throw Problem.of(404, thing + "-not-found", "There is no %s with this id.".formatted(thing));
    }
    return id;
  }

  /** Also for an order of somebody else: that it exists is nobody's business. */
  static Problem noOrder() {
    return Problem.of(404, "order-not-found", "There is no order with this id.");
  }
}
