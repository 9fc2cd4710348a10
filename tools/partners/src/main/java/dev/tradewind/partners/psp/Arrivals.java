package dev.tradewind.partners.psp;

import dev.tradewind.partners.http.Answers;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Counts what arrives at the provider, before an outage or a fault decides what becomes of it. How many calls arrived for each operation is
 * what a provider sees of its clients' retries, and clients cannot be asked.
 */
public final class Arrivals implements Handler<RoutingContext> {

  private static final String QUESTIONS = "/psp/operations/";

  private final BooleanSupplier away;
  private final Count all = new Count();
  private final Count whileAway = new Count();

  /** @param away whether the provider is away at this moment */
  public Arrivals(BooleanSupplier away) {
    this.away = away;
  }

  private static final class Count {

    private final Set<String> keys = new HashSet<>();
    private long calls;

    void add(Optional<String> key) {
      calls++;
      key.ifPresent(keys::add);
    }

    JsonObject shown() {
      return new JsonObject().put("calls", calls).put("operations", keys.size());
    }
  }

  /** Stays up in an outage. */
  public void serve(Router router) {
    router.get("/psp/calls").handler(ctx -> Answers.json(ctx, 200, all.shown().put("whileAway", whileAway.shown())));
  }

  @Override
  public void handle(RoutingContext ctx) {
    var key = key(ctx);
    all.add(key);
    if (away.getAsBoolean()) {
      whileAway.add(key);
    }
    ctx.next();
  }

  /** A question about an operation is a call for it, like the request to do it. */
  private static Optional<String> key(RoutingContext ctx) {
    var path = ctx.normalizedPath();
    return path.startsWith(QUESTIONS)
        ? Optional.of(path.substring(QUESTIONS.length()))
        : Optional.ofNullable(ctx.request().getHeader("Idempotency-Key"));
  }
}
