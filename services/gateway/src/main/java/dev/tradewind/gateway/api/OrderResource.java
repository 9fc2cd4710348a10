package dev.tradewind.gateway.api;

import dev.tradewind.gateway.access.Access;
import dev.tradewind.gateway.access.Roles;
import dev.tradewind.gateway.composition.OrderComposer;
import dev.tradewind.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Orders: placed, shown with all that belongs to them, followed, and changed. */
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrderResource {

  /** Only for who asks for it: any other type is answered by the order itself. */
  private static final String EVENTS = MediaType.SERVER_SENT_EVENTS + ";qs=0.1";

  private static final String ORDERS = "/v1/orders/";

  private final Relay relay;
  private final Access access;
  private final Owners owners;
  private final CallersBody bodies;
  private final OrderComposer composer;
  private final Representations representations;

  OrderResource(
      Relay relay, Access access, Owners owners, CallersBody bodies, OrderComposer composer, Representations representations) {
    this.relay = relay;
    this.access = access;
    this.owners = owners;
    this.bodies = bodies;
    this.composer = composer;
    this.representations = representations;
  }

  @POST
  public Uni<Response> place(@Context HttpServerRequest request, byte[] body) {
    return relay.pass(request, Service.ORDERS, "/v1/orders", bodies.placing(access, body));
  }

  @GET
  @RolesAllowed(Roles.OPERATOR)
  public Uni<Response> list(@Context HttpServerRequest request) {
    return relay.pass(request, Service.QUERIES, "/v1/orders");
  }

  @GET
  @Path("/{orderId}")
  public Uni<Response> show(@PathParam("orderId") String orderId, @Context Request request) {
    var caller = access.caller();
    return composer.compose(Names.order(orderId), order -> Owners.check(caller, order.customerId()))
        .map(order -> representations.answer(OrderV1.of(order), request, Deprecation.headers("/v2/orders/" + orderId)));
  }

  @GET
  @Path("/{orderId}")
  @Produces(EVENTS)
  public Uni<Response> follow(@PathParam("orderId") String orderId, @Context HttpServerRequest request) {
    return owners.require(access.caller(), Names.order(orderId)).flatMap(allowed -> relay.stream(request, Service.QUERIES, ORDERS + orderId));
  }

  @GET
  @Path("/{orderId}/history")
  public Uni<Response> history(@PathParam("orderId") String orderId, @Context HttpServerRequest request) {
    return owners.require(access.caller(), Names.order(orderId))
        .flatMap(allowed -> relay.pass(request, Service.ORDERS, ORDERS + orderId + "/history"));
  }

  @POST
  @Path("/{orderId}/cancel")
  public Uni<Response> cancel(@PathParam("orderId") String orderId, @Context HttpServerRequest request, byte[] body) {
    var cancelling = bodies.cancelling(access, body);
    return owners.require(access.caller(), Names.order(orderId))
        .flatMap(allowed -> relay.pass(request, Service.ORDERS, ORDERS + orderId + "/cancel", cancelling));
  }

  @POST
  @Path("/{orderId}/resolution")
  @RolesAllowed(Roles.OPERATOR)
  public Uni<Response> resolve(@PathParam("orderId") String orderId, @Context HttpServerRequest request, byte[] body) {
    return relay.pass(request, Service.ORDERS, ORDERS + Names.order(orderId) + "/resolution", body);
  }

  @POST
  @Path("/{orderId}/review")
  @RolesAllowed(Roles.OPERATOR)
  public Uni<Response> review(@PathParam("orderId") String orderId, @Context HttpServerRequest request, byte[] body) {
    return relay.pass(request, Service.ORDERS, ORDERS + Names.order(orderId) + "/review", body);
  }
}
