package dev.tradewind.gateway.api;

import dev.tradewind.gateway.access.Access;
import dev.tradewind.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What belongs to a customer: their orders, and where they are written to. */
@Path("/v1/customers/{customerId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomerResource {

  private static final byte[] NOTHING = {};

  private final Relay relay;
  private final Access access;

  CustomerResource(Relay relay, Access access) {
    this.relay = relay;
    this.access = access;
  }

  @GET
  @Path("/orders")
  public Uni<Response> orders(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @Context HttpServerRequest request) {
    access.requireCustomer(customerId);
    return relay.pass(request, Service.QUERIES, "/v1/customers/" + customerId + "/orders");
  }

  @GET
  @Path("/contact")
  public Uni<Response> contact(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @Context HttpServerRequest request) {
    return contact(customerId, request, NOTHING);
  }

  @PUT
  @Path("/contact")
  public Uni<Response> setContact(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @Context HttpServerRequest request, byte[] body) {
    return contact(customerId, request, body);
  }

  @DELETE
  @Path("/contact")
  public Uni<Response> removeContact(
      @PathParam("customerId") @Pattern(regexp = Names.CUSTOMER, message = Names.CUSTOMER_RULE) String customerId,
      @Context HttpServerRequest request) {
    return contact(customerId, request, NOTHING);
  }

  private Uni<Response> contact(String customerId, HttpServerRequest request, byte[] body) {
    access.requireCustomer(customerId);
    return relay.pass(request, Service.NOTIFICATIONS, "/v1/customers/" + customerId + "/contact", body);
  }
}
