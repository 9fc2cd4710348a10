package dev.tradewind.queries.api;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A customer's orders. */
@Path("/v1/customers/{customerId}/orders")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerOrdersResource {

  private final Lists lists;
  private final InstantSource clock;

  CustomerOrdersResource(Lists lists, InstantSource clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @GET
  @Parameter(name = "state", in = ParameterIn.QUERY, description = "In this state now")
  @Parameter(name = "from", in = ParameterIn.QUERY, description = "Placed at this time or later; ISO 8601")
  @Parameter(name = "to", in = ParameterIn.QUERY, description = "Placed before this time; ISO 8601")
  @Parameter(name = "sku", in = ParameterIn.QUERY, description = "With this product among their lines")
  @Parameter(name = "sort", in = ParameterIn.QUERY, description = "NEWEST (default) or OLDEST first, by the time they were placed")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Orders on a page, 1 to 100; default 20")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "The next of the page before, with the same parameters")
  @Operation(operationId = "listOrdersOfCustomer", summary = "A customer's orders, newest first; all of them, or some by state, time and product")
  @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = OrderListBody.class)))
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule, or the cursor does not fit")
  public Uni<Response> list(
      @PathParam("customerId") @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "must be 1 to 64 letters, digits, - or _") String customerId,
      @Context UriInfo uri) {
    return lists.show(ListRequest.ofCustomer(customerId, uri.getQueryParameters(), clock.instant()), uri);
  }
}
