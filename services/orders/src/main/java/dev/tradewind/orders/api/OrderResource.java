package dev.tradewind.orders.api;

import dev.tradewind.core.Cause;
import dev.tradewind.core.History;
import dev.tradewind.core.Result;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.orders.domain.Order;
import dev.tradewind.orders.domain.OrderCommand;
import dev.tradewind.orders.domain.OrderDecider;
import dev.tradewind.orders.domain.OrderEvent;
import dev.tradewind.orders.domain.OrderIds;
import dev.tradewind.quarkus.IdempotencyKey;
import dev.tradewind.quarkus.OrderContext;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Orders over HTTP. Every unsafe call needs an {@code Idempotency-Key} and may be repeated with it at any time. */
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OrderResource {

  private final StreamHandler<Order, OrderCommand, OrderEvent> orders;
  private final Placing placing;
  private final OrderDecider decider = new OrderDecider();

  OrderResource(StreamHandler<Order, OrderCommand, OrderEvent> orders, Placing placing) {
    this.orders = orders;
    this.placing = placing;
  }

  @POST
  public Uni<Response> place(
      @HeaderParam(IdempotencyKey.HEADER) String key, @NotNull(message = "a body is required") @Valid PlaceOrder request) {
    var orderId = OrderIds.of(request.customerId(), IdempotencyKey.required(key));
    OrderContext.enter(orderId);
    var fingerprint = Fingerprint.of(request);
    var place = new OrderCommand.Place(orderId, request.customerId(), request.currency(), request.orderLines(),
        request.paymentMethod(), request.address(), fingerprint);
    return placing.place(cause(orderId, "place"), place).map(result -> accepted(orderId, fingerprint, result));
  }

  @GET
  @Path("/{orderId}")
  public Uni<Response> show(String orderId, @Context Request request) {
    return existing(orderId).map(history -> {
      var tag = new EntityTag(Long.toString(history.version()));
      var unchanged = request.evaluatePreconditions(tag);
      return unchanged != null
          ? unchanged.build()
          : Response.ok(OrderView.of(history.fold(decider), history)).tag(tag).build();
    });
  }

  @GET
  @Path("/{orderId}/history")
  public Uni<HistoryView> history(String orderId) {
    return existing(orderId).map(history -> HistoryView.of(orderId, history));
  }

  @POST
  @Path("/{orderId}/cancel")
  public Uni<Response> cancel(String orderId, @HeaderParam(IdempotencyKey.HEADER) String key, @Valid CancelOrder request) {
    var cancel = request == null ? new CancelOrder(null, null) : request;
    return change(orderId, "cancel/" + IdempotencyKey.required(key), cancel.command());
  }

  /** For operators: what becomes of an order that needs attention. */
  @POST
  @Path("/{orderId}/resolution")
  public Uni<Response> resolve(
      String orderId, @HeaderParam(IdempotencyKey.HEADER) String key, @NotNull(message = "a body is required") @Valid ResolveOrder request) {
    return change(orderId, "resolve/" + IdempotencyKey.required(key), new OrderCommand.Resolve(request.decision()));
  }

  /** For operators: what becomes of an order in review. */
  @POST
  @Path("/{orderId}/review")
  public Uni<Response> review(
      String orderId, @HeaderParam(IdempotencyKey.HEADER) String key, @NotNull(message = "a body is required") @Valid ReviewOrder request) {
    return change(orderId, "review/" + IdempotencyKey.required(key), request.command());
  }

  private Uni<Response> change(String orderId, String request, OrderCommand command) {
    return existing(orderId)
        .flatMap(history -> orders.handle(cause(orderId, request), history.stream(), command))
        .map(result -> switch (result) {
          case Result.Committed<Order, OrderEvent>(var history, var order) -> changed(order, history);
          case Result.Repeated<Order, OrderEvent>(var history, var order, var commit) -> changed(order, history);
          case Result.Unchanged<Order, OrderEvent>(var history, var order) -> changed(order, history);
          case Result.Refused<Order, OrderEvent>(var order, var code, var detail) -> throw Problem.of(409, code, detail);
          case Result.Postponed<Order, OrderEvent> postponed -> throw new IllegalStateException("a request is never postponed");
        });
  }

  private static Response changed(Order order, History<OrderEvent> history) {
    return Response.accepted(OrderView.of(order, history)).tag(Long.toString(history.version())).build();
  }

  private static Response accepted(String orderId, String fingerprint, Result<Order, OrderEvent> result) {
    if (result instanceof Result.Repeated<Order, OrderEvent>(var history, var order, var commit)
        && !order.content().fingerprint().equals(fingerprint)) {
      throw Problem.of(422, "idempotency-key-reused",
          "Another order was placed under this Idempotency-Key: use a new key for a new order, or send the same body to repeat the first.");
    }
    return Response.accepted(Accepted.of(orderId)).location(URI.create("/v1/orders/" + orderId)).build();
  }

  private Uni<History<OrderEvent>> existing(String orderId) {
    if (!OrderIds.isOne(orderId)) {
      throw notFound();
    }
    OrderContext.enter(orderId);
    return orders.load(OrderIds.stream(orderId)).invoke(history -> {
      if (history.fold(decider).placed().isEmpty()) {
        throw notFound();
      }
    });
  }

  private static Problem notFound() {
    return Problem.of(404, "order-not-found", "There is no order with this id.");
  }

  private static Cause cause(String orderId, String request) {
    return Cause.request(request, orderId, Traces.current());
  }
}
