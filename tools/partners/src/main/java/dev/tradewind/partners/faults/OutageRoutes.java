package dev.tradewind.partners.faults;

import dev.tradewind.partners.http.Answers;
import dev.tradewind.partners.http.Body;
import dev.tradewind.partners.http.Problem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** {@code /{partner}/outages}: begin, end and show an outage. Never behind the gate it controls. */
public final class OutageRoutes {

  private static final int LONGEST_SECONDS = 86_400;

  private final OutageGate gate;

  public OutageRoutes(OutageGate gate) {
    this.gate = gate;
  }

  public void serve(Router router) {
    var path = "/" + gate.partner() + "/outages";
    router.post(path).handler(this::begin);
    router.delete(path).handler(this::end);
    router.get(path).handler(this::show);
  }

  private void begin(RoutingContext ctx) {
    var body = Body.of(ctx, "seconds", "mode");
    var length = Duration.ofSeconds(body.integer("seconds", 1, LONGEST_SECONDS));
    var mode = Outage.Mode.named(body.text("mode", 10))
        .orElseThrow(() -> Problem.invalid("mode", "must be one of " + List.of(Outage.Mode.values())));
    gate.begin(mode, length);
    Answers.json(ctx, 201, view());
  }

  private void end(RoutingContext ctx) {
    gate.end();
    show(ctx);
  }

  private void show(RoutingContext ctx) {
    Answers.json(ctx, 200, view());
  }

  private JsonObject view() {
    var json = new JsonObject().put("active", gate.current().isPresent()).put("waiting", gate.waiting());
    gate.current().ifPresent(outage -> json.put("mode", outage.mode().toString()).put("until", outage.until().toString()));
    return json;
  }
}
