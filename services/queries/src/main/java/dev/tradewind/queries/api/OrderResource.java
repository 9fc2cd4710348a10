package dev.tradewind.queries.api;

import dev.tradewind.quarkus.OrderContext;
import dev.tradewind.quarkus.Parameters;
import dev.tradewind.queries.domain.OrderView;
import dev.tradewind.queries.serving.Beat;
import dev.tradewind.queries.serving.Following;
import dev.tradewind.queries.serving.Seats;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Orders as they were told last: one looked at, waited for or followed; everyone's in one state. */
@Path("/v1/orders")
public class OrderResource {

  /** Only for who asks for it: any other type is answered by the order itself. */
  private static final String EVENTS = MediaType.SERVER_SENT_EVENTS + ";qs=0.1";

  private static final String VERSION = "version";
  private static final long RECONNECT_MILLIS = 1_000;

  private final Following following;
  private final Waiting waiting;
  private final Seats seats;
  private final Lists lists;
  private final InstantSource clock;

  OrderResource(Following following, Waiting waiting, Seats seats, Lists lists, InstantSource clock) {
    this.following = following;
    this.waiting = waiting;
    this.seats = seats;
    this.lists = lists;
    this.clock = clock;
  }

  /** For operators. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Parameter(name = "state", in = ParameterIn.QUERY, required = true, description = "In this state now, such as NEEDS_ATTENTION")
  @Parameter(name = "from", in = ParameterIn.QUERY, description = "Placed at this time or later; ISO 8601")
  @Parameter(name = "to", in = ParameterIn.QUERY, description = "Placed before this time; ISO 8601")
  @Parameter(name = "sku", in = ParameterIn.QUERY, description = "With this product among their lines")
  @Parameter(name = "sort", in = ParameterIn.QUERY, description = "NEWEST (default) or OLDEST first, by the time they were placed")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Orders on a page, 1 to 100; default 20")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "The next of the page before, with the same parameters")
  @Operation(operationId = "listOrdersInState", summary = "Everyone's orders in one state, newest first; all of them, or some by time and product")
  @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = OrderListBody.class)))
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule, or the cursor does not fit")
  public Uni<Response> list(@Context UriInfo uri) {
    return lists.show(ListRequest.inState(uri.getQueryParameters(), clock.instant()), uri);
  }

  @GET
  @Path("/{orderId}")
  @Produces(MediaType.APPLICATION_JSON)
  @Parameter(name = "version", in = ParameterIn.QUERY, description = "The order must be of this version or a later one")
  @Operation(operationId = "getOrder", summary = "An order; with Prefer: wait it waits for a version, or for a change from If-None-Match")
  @APIResponse(responseCode = "200", description = "The order, of the version asked for or a later one",
      content = @Content(schema = @Schema(implementation = OrderBody.class)))
  @APIResponse(responseCode = "304", description = "Still the version of If-None-Match")
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
  @APIResponse(responseCode = "404", description = "No such order has come here")
  @APIResponse(responseCode = "503", description = "The version asked for has not come yet: repeat the request")
  public Uni<Response> show(
      @PathParam("orderId") String orderId, @HeaderParam("Prefer") List<String> prefer, @Context UriInfo uri, @Context Request request) {
    Problems.requireOrderId(orderId);
    OrderContext.enter(orderId);
    var parameters = new Parameters(uri.getQueryParameters(), Set.of(VERSION));
    long version = parameters.number(VERSION, 1, Integer.MAX_VALUE).orElse(0);
    parameters.check();
    var granted = waiting.granted(prefer);
    Predicate<OrderView> enough = view -> view.version() >= version && (view.isOver() || request.evaluatePreconditions(tag(view)) == null);
    return following.await(orderId, found -> found.filter(enough).isPresent(), granted.orElse(Duration.ZERO))
        .map(found -> answer(found, version, granted, request));
  }

  @GET
  @Path("/{orderId}")
  @Followable
  @Produces(EVENTS)
  @Operation(operationId = "followOrder", summary = "The order, and each change of it, as server-sent events until its end")
  public Multi<OutboundSseEvent> follow(
      @PathParam("orderId") String orderId, @HeaderParam("Last-Event-ID") @DefaultValue("0") long known, @Context Sse sse) {
    OrderContext.enter(orderId);
    return seats.seated(following.follow(orderId, known)).map(beat -> event(beat, sse));
  }

  private static Response answer(Optional<OrderView> found, long version, Optional<Duration> granted, Request request) {
    if (version > 0 && found.filter(view -> view.version() >= version).isEmpty()) {
      throw Problems.versionNotReached(version, found);
    }
    var view = found.orElseThrow(Problems::notFound);
    var unchanged = request.evaluatePreconditions(tag(view));
    var answer = unchanged == null ? Response.ok(OrderBody.of(view)).tag(tag(view)) : unchanged;
    granted.ifPresent(wait -> answer.header("Preference-Applied", "wait=" + wait.toSeconds()));
    return answer.header("Cache-Control", "no-cache").header("Vary", "Accept, Prefer").build();
  }

  private static EntityTag tag(OrderView view) {
    return new EntityTag(Long.toString(view.version()));
  }

  private static OutboundSseEvent event(Beat beat, Sse sse) {
    return switch (beat) {
      case Beat.Changed(var view) -> sse.newEventBuilder()
          .name("order").id(Long.toString(view.version())).reconnectDelay(RECONNECT_MILLIS)
          .mediaType(MediaType.APPLICATION_JSON_TYPE).data(OrderBody.class, OrderBody.of(view)).build();
      case Beat.StillHere() -> sse.newEventBuilder().comment("still here").build();
    };
  }
}
