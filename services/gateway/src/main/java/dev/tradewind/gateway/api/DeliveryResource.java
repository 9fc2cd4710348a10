package dev.tradewind.gateway.api;

import dev.tradewind.gateway.access.Roles;
import dev.tradewind.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** For operators: what became of one telling, and once more. */
@Path("/v1/deliveries/{deliveryId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class DeliveryResource {

  private final Relay relay;

  DeliveryResource(Relay relay) {
    this.relay = relay;
  }

  @GET
  public Uni<Response> show(@PathParam("deliveryId") String deliveryId, @Context HttpServerRequest request) {
    return relay.pass(request, Service.NOTIFICATIONS, path(deliveryId));
  }

  @POST
  @Path("/redeliver")
  public Uni<Response> redeliver(@PathParam("deliveryId") String deliveryId, @Context HttpServerRequest request) {
    return relay.pass(request, Service.NOTIFICATIONS, path(deliveryId) + "/redeliver");
  }

  private static String path(String deliveryId) {
    return "/v1/deliveries/" + Names.id("delivery", deliveryId);
  }
}
