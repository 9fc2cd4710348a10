package dev.tradewind.gateway.api;

import dev.tradewind.gateway.access.Roles;
import dev.tradewind.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What was found out: for everybody what is bought together, for operators the rest. */
@Path("/v1/insights")
@Produces(MediaType.APPLICATION_JSON)
public class InsightsResource {

  private final Relay relay;

  InsightsResource(Relay relay) {
    this.relay = relay;
  }

  @GET
  @PermitAll
  @Path("/recommendations/{sku}")
  public Uni<Response> recommendations(
      @PathParam("sku") @Pattern(regexp = Names.SKU, message = Names.SKU_RULE) String sku, @Context HttpServerRequest request) {
    return relay.pass(request, Service.INSIGHTS, "/v1/insights/recommendations/" + sku);
  }

  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Path("/sales")
  public Uni<Response> sales(@Context HttpServerRequest request) {
    return relay.pass(request, Service.INSIGHTS, "/v1/insights/sales");
  }

  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Path("/suspicions")
  public Uni<Response> suspicions(@Context HttpServerRequest request) {
    return relay.pass(request, Service.INSIGHTS, "/v1/insights/suspicions");
  }
}
