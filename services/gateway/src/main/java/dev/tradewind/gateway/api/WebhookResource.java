package dev.tradewind.gateway.api;

import dev.tradewind.gateway.access.Access;
import dev.tradewind.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A customer's webhooks. */
@Path("/v1/customers/{customerId}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhookResource {

  private static final byte[] NOTHING = {};

  private final Relay relay;
  private final Access access;

  WebhookResource(Relay relay, Access access) {
    this.relay = relay;
    this.access = access;
  }

  @POST
  public Uni<Response> register(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @Context HttpServerRequest request, byte[] body) {
    return pass(customerId, "", request, body);
  }

  @GET
  public Uni<Response> all(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @Context HttpServerRequest request) {
    return pass(customerId, "", request, NOTHING);
  }

  @GET
  @Path("/{webhookId}")
  public Uni<Response> one(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @PathParam("webhookId") String webhookId, @Context HttpServerRequest request) {
    return pass(customerId, webhook(webhookId), request, NOTHING);
  }

  @DELETE
  @Path("/{webhookId}")
  public Uni<Response> remove(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @PathParam("webhookId") String webhookId, @Context HttpServerRequest request) {
    return pass(customerId, webhook(webhookId), request, NOTHING);
  }

  @POST
  @Path("/{webhookId}/secret")
  public Uni<Response> rotate(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @PathParam("webhookId") String webhookId, @Context HttpServerRequest request) {
    return pass(customerId, webhook(webhookId) + "/secret", request, NOTHING);
  }

  @POST
  @Path("/{webhookId}/test")
  public Uni<Response> test(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @PathParam("webhookId") String webhookId, @Context HttpServerRequest request) {
    return pass(customerId, webhook(webhookId) + "/test", request, NOTHING);
  }

  private static String webhook(String webhookId) {
    return "/" + Names.id("webhook", webhookId);
  }

  private Uni<Response> pass(String customerId, String rest, HttpServerRequest request, byte[] body) {
    access.requireCustomer(customerId);
    return relay.pass(request, Service.NOTIFICATIONS, "/v1/customers/" + customerId + "/webhooks" + rest, body);
  }
}
