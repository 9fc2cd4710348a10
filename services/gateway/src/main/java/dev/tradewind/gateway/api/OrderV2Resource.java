package dev.tradewind.gateway.api;

import dev.tradewind.gateway.access.Access;
import dev.tradewind.gateway.composition.OrderComposer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An order in its second shape. */
@Path("/v2/orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrderV2Resource {

  private final Access access;
  private final OrderComposer composer;
  private final Representations representations;

  OrderV2Resource(Access access, OrderComposer composer, Representations representations) {
    this.access = access;
    this.composer = composer;
    this.representations = representations;
  }

  @GET
  @Path("/{orderId}")
  public Uni<Response> show(@PathParam("orderId") String orderId, @Context Request request) {
    var caller = access.caller();
    return composer.compose(Names.order(orderId), order -> Owners.check(caller, order.customerId()))
        .map(order -> representations.answer(OrderV2.of(order), request, Map.of()));
  }
}
