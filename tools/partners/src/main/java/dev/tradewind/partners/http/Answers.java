package dev.tradewind.partners.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger.Level;
import java.util.stream.IntStream;

/** The only place that ends a request: with JSON, with a problem, or with nothing at all. */
public final class Answers {

  private static final System.Logger LOG = System.getLogger(Answers.class.getName());
  private static final String LOST = Answers.class.getName() + ".lost";

  private Answers() {}

  /** Whatever this request is answered with later, the client will not see it. */
  public static void lose(RoutingContext ctx) {
    ctx.put(LOST, true);
  }

  public static void json(RoutingContext ctx, int status, JsonObject body) {
    send(ctx, status, "application/json", body);
  }

  /** Closes the connection without a byte, as a crashed server or a broken network would. */
  public static void drop(RoutingContext ctx) {
    ctx.request().connection().close();
  }

  /** Turns every failure of this router, its own and those of the handlers, into problem details. */
  public static void problemsFor(Router router) {
    IntStream.of(400, 404, 405, 413, 414, 500).forEach(status -> router.errorHandler(status, Answers::failed));
  }

  private static void failed(RoutingContext ctx) {
    var problem = problemOf(ctx);
    send(ctx, problem.status(), "application/problem+json", problem.toJson());
  }

  private static Problem problemOf(RoutingContext ctx) {
    if (ctx.failure() instanceof Problem problem) {
      return problem;
    }
    return switch (ctx.statusCode()) {
      case 404 -> Problem.of(404, "unknown-path", "nothing is served here: see the tables in the README");
      case 405 -> Problem.of(405, "method-not-allowed", ctx.request().method() + " is not served here");
      case 413 -> Problem.of(413, "body-too-large", "a body may have at most 65536 bytes");
      case 500 -> {
        LOG.log(Level.ERROR, "event=request-failed method=" + ctx.request().method() + " route=" + ctx.currentRoute(), ctx.failure());
        yield Problem.of(500, "internal-error", "the stand-in itself failed: its log says why");
      }
      default -> Problem.of(ctx.statusCode(), "bad-request", "the request is not valid HTTP for this path");
    };
  }

  private static void send(RoutingContext ctx, int status, String type, JsonObject body) {
    var response = ctx.response();
    if (response.closed() || response.ended()) {
      return;
    }
    if (ctx.get(LOST) != null) {
      drop(ctx);
      return;
    }
    response.setStatusCode(status).putHeader("Content-Type", type).end(body.toBuffer());
  }
}
