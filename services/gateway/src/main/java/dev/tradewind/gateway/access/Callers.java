package dev.tradewind.gateway.access;

import dev.tradewind.gateway.access.Caller.Anonymous;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Where a request keeps who makes it. */
final class Callers {

  private static final String KEY = Callers.class.getName();

  private Callers() {}

  static void enter(RoutingContext request, Caller caller) {
    request.put(KEY, caller);
  }

  /** Nobody with a name, as long as nobody has been recognised. */
  static Caller of(RoutingContext request) {
    return Optional.<Caller>ofNullable(request.get(KEY)).orElseGet(() -> new Anonymous(request.request().remoteAddress().hostAddress()));
  }
}
