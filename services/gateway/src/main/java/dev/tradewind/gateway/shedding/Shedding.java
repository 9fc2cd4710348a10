package dev.tradewind.gateway.shedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first to see a request: when as many are under way as may be, it is refused at once. Work that waits in a queue is done for clients that
 * have given up; refused, they come back to a gateway that keeps its pace. Reads, writes and streams have seats of their own: reads that wait for a
 * slow part keep nobody from ordering, and a stream holds its seat for minutes and does next to nothing. Health and metrics need none.
 */
@ApplicationScoped
class Shedding {

  /** Before everything else, also before who calls is found out. */
  private static final int FIRST = 10_000;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final String OURS = "/q/";
  private static final String STREAMED = "/v1/orders/";
  private static final Refusal OVERLOADED = Refusal.of(503, "overloaded", "Overloaded",
      "As many requests are under way as can be done in time; repeat this one a little later, with the same Idempotency-Key if it had one.");

  private final Seats reads;
  private final Seats writes;
  private final Seats streams;

  Shedding(
      @ConfigProperty(name = "tradewind.gateway.most-reads") int mostReads,
      @ConfigProperty(name = "tradewind.gateway.most-writes") int mostWrites,
      @ConfigProperty(name = "tradewind.gateway.most-streams") int mostStreams,
      MeterRegistry meters) {
    this.reads = new Seats("reads", mostReads, meters);
    this.writes = new Seats("writes", mostWrites, meters);
    this.streams = new Seats("streams", mostStreams, meters);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext context) {
    if (context.normalizedPath().startsWith(OURS)) {
      context.next();
      return;
    }
    seats(context.request()).take().ifPresentOrElse(seat -> {
      context.addEndHandler(over -> seat.leave());
      context.next();
    }, () -> {
      context.response().putHeader("Retry-After", "1");
      OVERLOADED.answer(context);
    });
  }

  private Seats seats(HttpServerRequest request) {
    if (!READING.contains(request.method())) {
      return writes;
    }
    return asksForStream(request) ? streams : reads;
  }

  private static boolean asksForStream(HttpServerRequest request) {
    return request.method().equals(HttpMethod.GET) && request.path().startsWith(STREAMED)
        && request.headers().getAll("Accept").stream().anyMatch(accepted -> accepted.contains("text/event-stream"));
  }
}
