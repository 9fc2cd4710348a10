package dev.tradewind.gateway.api;

import dev.tradewind.gateway.access.Roles;
import dev.tradewind.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** For operators: how much there is, and what arrived. */
@Path("/v1/stock/{sku}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class StockResource {

  private final Relay relay;

  StockResource(Relay relay) {
    this.relay = relay;
  }

  @GET
  public Uni<Response> show(@PathParam("sku") @Pattern(regexp = Names.SKU, message = Names.SKU_RULE) String sku, @Context HttpServerRequest request) {
    return relay.pass(request, Service.INVENTORY, "/v1/stock/" + sku);
  }

  @POST
  @Path("/receipts")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> receive(
      @PathParam("sku") @Pattern(regexp = Names.SKU, message = Names.SKU_RULE) String sku, @Context HttpServerRequest request, byte[] body) {
    return relay.pass(request, Service.INVENTORY, "/v1/stock/" + sku + "/receipts", body);
  }
}
