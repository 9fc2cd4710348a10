package dev.tradewind.partners.faults;

import dev.tradewind.partners.http.Answers;
import dev.tradewind.partners.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Stands before everything a partner serves and decides what an outage does to each request. One for each partner. */
public final class OutageGate implements Handler<RoutingContext> {

  private static final System.Logger LOG = System.getLogger(OutageGate.class.getName());

  private final Vertx vertx;
  private final InstantSource clock;
  private final String partner;
  private Optional<Outage> current = Optional.empty();
  private int waiting;

  /**
   * @param partner its name in paths and logs
   */
  public OutageGate(Vertx vertx, InstantSource clock, String partner) {
    this.vertx = vertx;
    this.clock = clock;
    this.partner = partner;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (current.isEmpty()) {
      ctx.next();
      return;
    }
    var outage = current.get();
    switch (outage.mode()) {
      case REFUSE -> Answers.drop(ctx);
      case ERROR -> {
        ctx.response().putHeader("Retry-After", Long.toString(outage.secondsLeft(clock.instant())));
        // Not thrown: a request that hung before comes here from outside the router, which would not catch it.
        ctx.fail(Problem.of(503, "outage", partner + " is away until " + outage.until()));
      }
      case HANG -> hang(ctx, outage);
      case LOST -> {
        Answers.lose(ctx);
        ctx.next();
      }
    }
  }

  /** Starts a window in place of one that is open; who hangs in that one meets the new one. */
  void begin(Outage.Mode mode, Duration length) {
    var outage = new Outage(mode, clock.instant().plus(length));
    long timer = vertx.setTimer(length.toMillis(), passed -> end());
    outage.over().onComplete(ended -> vertx.cancelTimer(timer));
    LOG.log(Level.INFO, "event=outage-started partner={0} mode={1} seconds={2}", partner, mode, length.toSeconds());
    replace(Optional.of(outage));
  }

  void end() {
    replace(Optional.empty());
  }

  Optional<Outage> current() {
    return current;
  }

  /** Whether an outage is open. */
  public boolean isAway() {
    return current.isPresent();
  }

  /** How many clients are kept waiting now. */
  int waiting() {
    return waiting;
  }

  String partner() {
    return partner;
  }

  private void replace(Optional<Outage> next) {
    var ended = current;
    // First, because ending the old window lets those who hang in it come through this gate again.
    current = next;
    ended.ifPresent(outage -> {
      LOG.log(Level.INFO, "event=outage-ended partner={0} mode={1}", partner, outage.mode());
      outage.end();
    });
  }

  private void hang(RoutingContext ctx, Outage outage) {
    waiting++;
    var left = Promise.<Void>promise();
    ctx.response().closeHandler(closed -> left.tryComplete());
    Future.any(outage.over(), left.future()).onComplete(either -> {
      waiting--;
      if (!left.future().isComplete()) {
        handle(ctx);
      }
    });
  }
}
