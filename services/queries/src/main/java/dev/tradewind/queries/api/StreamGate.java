package dev.tradewind.queries.api;

import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Problem.Violation;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.serving.Seats;
import dev.tradewind.queries.serving.Views;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What must hold before a stream begins: its status goes out at once, so a problem found later could no longer be told. */
public class StreamGate {

  private static final String LAST_EVENT = "Last-Event-ID";

  private final Views views;
  private final Seats seats;

  StreamGate(Views views, Seats seats) {
    this.views = views;
    this.seats = seats;
  }

  /** Nothing when the stream may begin; 204 when there will be nothing more to tell, on which browsers stop to reconnect. */
  @ServerRequestFilter
  @Followable
  public Uni<Response> check(ContainerRequestContext request) {
    var orderId = request.getUriInfo().getPathParameters().getFirst("orderId");
    Problems.requireOrderId(orderId);
    var known = version(Optional.ofNullable(request.getHeaderString(LAST_EVENT)));
    return views.find(orderId).map(found -> {
      var view = found.orElseThrow(Problems::notFound);
      if (hasHeardAll(view, known)) {
        return Response.noContent().build();
      }
      if (seats.areTaken()) {
        throw Problems.tooManyStreams();
      }
      return null;
    });
  }

  private static boolean hasHeardAll(OrderView view, long known) {
    return view.isOver() && view.version() <= known;
  }

  private static long version(Optional<String> lastEvent) {
    return lastEvent.map(text -> {
      if (!text.matches("\\d{1,18}")) {
        throw Problem.invalid(List.of(new Violation(LAST_EVENT, "must be the id of an event of this stream; leave it out to begin anew")));
      }
      return Long.parseLong(text);
    }).orElse(0L);
  }
}
