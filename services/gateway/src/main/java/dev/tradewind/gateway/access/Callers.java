package dev.tradewind.gateway.access;

import dev.tradewind.gateway.access.Caller.Anonymous;
import dev.tradewind.quarkus.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Where a request keeps who makes it. */
final class Callers {

  private static final String KEY = Callers.class.getName();
  private static final String REFUSAL = KEY + ".refusal";

  private Callers() {}

  static void enter(RoutingContext request, Caller caller) {
    request.put(KEY, caller);
  }

  static void refuse(RoutingContext request, Problem why) {
    request.put(REFUSAL, why);
  }

  static Optional<Problem> refusal(RoutingContext request) {
    return Optional.ofNullable(request.get(REFUSAL));
  }

  /** Nobody with a name, as long as nobody has been recognised. */
  static Caller of(RoutingContext request) {
    return Optional.<Caller>ofNullable(request.get(KEY)).orElseGet(() -> new Anonymous(request.request().remoteAddress().hostAddress()));
  }
}
