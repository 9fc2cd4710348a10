package dev.tradewind.partners.faults;

import dev.tradewind.partners.http.Answers;
import dev.tradewind.partners.http.Body;
import dev.tradewind.partners.http.Problem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.random.RandomGenerator;

/** Makes calls as slow as {@code /latency} says, so that a benchmark meets a partner at a realistic distance. */
public final class LatencyHandler implements Handler<RoutingContext> {

  private final Vertx vertx;
  private final RandomGenerator random;
  private Latency latency;

  public LatencyHandler(Vertx vertx, RandomGenerator random, Latency latency) {
    this.vertx = vertx;
    this.random = random;
    this.latency = latency;
  }

  public void serve(Router router) {
    router.get("/latency").handler(this::show);
    router.put("/latency").handler(this::change);
  }

  @Override
  public void handle(RoutingContext ctx) {
    long ms = random.nextLong(latency.fromMs(), latency.toMs() + 1L);
    if (ms == 0) {
      ctx.next();
    } else {
      vertx.setTimer(ms, passed -> ctx.next());
    }
  }

  private void change(RoutingContext ctx) {
    var body = Body.of(ctx, "fromMs", "toMs");
    long from = body.integer("fromMs", 0, Latency.LIMIT_MS);
    long to = body.integer("toMs", 0, Latency.LIMIT_MS);
    if (to < from) {
      throw Problem.invalid("toMs", "must be at least fromMs");
    }
    latency = new Latency((int) from, (int) to);
    show(ctx);
  }

  private void show(RoutingContext ctx) {
    Answers.json(ctx, 200, new JsonObject().put("fromMs", latency.fromMs()).put("toMs", latency.toMs()));
  }
}
