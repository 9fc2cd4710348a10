package dev.tradewind.shipping.api;

import dev.tradewind.core.History;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.shipping.domain.Shipment;
import dev.tradewind.shipping.domain.ShipmentCommand;
import dev.tradewind.shipping.domain.ShipmentDecider;
import dev.tradewind.shipping.domain.ShipmentEvent;
import dev.tradewind.shipping.domain.ShipmentStream;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Shipments, to be looked at. What changes them comes as messages. */
@Path("/v1/shipments")
final class ShipmentResource {

  private final StreamHandler<Shipment, ShipmentCommand, ShipmentEvent> handler;
  private final ShipmentDecider decider;

  ShipmentResource(StreamHandler<Shipment, ShipmentCommand, ShipmentEvent> handler, ShipmentDecider decider) {
    this.handler = handler;
    this.decider = decider;
  }

  /** The shipment of an order; its version is the entity tag. */
  @GET
  @Path("/{orderId}")
  public Uni<RestResponse<ShipmentView>> shipment(@PathParam("orderId") String orderId) {
    return handler.load(ShipmentStream.of(orderId)).map(history -> found(orderId, history));
  }

  private RestResponse<ShipmentView> found(String orderId, History<ShipmentEvent> history) {
    if (history.isEmpty()) {
      throw Problem.of(404, "shipment-not-found", "No shipment was asked for under this order id.");
    }
    return ResponseBuilder.ok(ShipmentView.of(orderId, history.fold(decider))).tag(Long.toString(history.version())).build();
  }
}
