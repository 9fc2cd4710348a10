package dev.tradewind.insights.api;

import dev.tradewind.insights.serving.Recommendations;
import dev.tradewind.insights.serving.Sales;
import dev.tradewind.insights.serving.Suspicions;
import dev.tradewind.quarkus.Cursor;
import dev.tradewind.quarkus.ReturnToContext;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the readers found out. */
@Path("/v1/insights")
@Produces(MediaType.APPLICATION_JSON)
public class InsightsResource {

  private final Sales sales;
  private final Recommendations recommendations;
  private final Suspicions suspicions;
  private final InstantSource clock;

  InsightsResource(Sales sales, Recommendations recommendations, Suspicions suspicions, InstantSource clock) {
    this.sales = sales;
    this.recommendations = recommendations;
    this.suspicions = suspicions;
    this.clock = clock;
  }

  @GET
  @Path("/sales")
  @Parameter(name = "from", in = ParameterIn.QUERY, required = true,
      description = "Sold at this time or later; ISO 8601. The step it is in counts whole")
  @Parameter(name = "to", in = ParameterIn.QUERY, description = "In a step that began before this time; ISO 8601. Until now when absent")
  @Parameter(name = "by", in = ParameterIn.QUERY,
      description = "Steps of time, in UTC: minute (default; at most 1 day), hour (31 days) or day (731 days)")
  @Parameter(name = "sku", in = ParameterIn.QUERY, description = "Of this product")
  @Parameter(name = "region", in = ParameterIn.QUERY, description = "In this region, an ISO 3166 code")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Figures on a page, 1 to 500; default 100")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "The next of the page before, with the same parameters")
  @Operation(operationId = "listSales", summary = "Units and revenue of confirmed orders by time, product and region, the oldest first")
  @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = SalesBody.class)))
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule, or the cursor does not fit")
  public Uni<Response> sales(@Context UriInfo uri) {
    var now = clock.instant();
    var wanted = Requests.sales(uri.getQueryParameters(), now);
    return ReturnToContext.afterwards(() -> sales.list(wanted.list().until(now), wanted.after(), wanted.limit())).map(page -> {
      var next = page.next().map(wanted::cursor);
      return page(SalesBody.of(page, next), next, uri);
    });
  }

  @GET
  @Path("/recommendations/{sku}")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Products, 1 to 50; default 10")
  @Operation(operationId = "listRecommendations", summary = "What was bought together with a product, the most often bought first")
  @APIResponse(responseCode = "200", description = "None when nothing was",
      content = @Content(schema = @Schema(implementation = RecommendationsBody.class)))
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule")
  public Uni<RecommendationsBody> recommendations(
      @PathParam("sku") @Pattern(regexp = "[A-Z0-9][A-Z0-9._-]{0,63}", message = Requests.SKU_RULE) String sku, @Context UriInfo uri) {
    int limit = Requests.recommendations(uri.getQueryParameters());
    return ReturnToContext.afterwards(() -> recommendations.with(sku, limit)).map(others -> RecommendationsBody.of(sku, others));
  }

  @GET
  @Path("/suspicions")
  @Parameter(name = "customer", in = ParameterIn.QUERY, description = "Only of this customer's orders")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Suspicions on a page, 1 to 100; default 20")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "The next of the page before, with the same parameters")
  @Operation(operationId = "listSuspicions", summary = "Orders that look like fraud, those placed last first")
  @APIResponse(responseCode = "200", description = "A page", content = @Content(schema = @Schema(implementation = SuspicionsBody.class)))
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule, or the cursor does not fit")
  public Uni<Response> suspicions(@Context UriInfo uri) {
    var wanted = Requests.suspicions(uri.getQueryParameters());
    return ReturnToContext.afterwards(() -> suspicions.list(wanted.list().customer(), wanted.after(), wanted.limit())).map(page -> {
      var next = page.next().map(wanted::cursor);
      return page(SuspicionsBody.of(page, next), next, uri);
    });
  }

  private static Response page(Object body, Optional<String> next, UriInfo uri) {
    var answer = Response.ok(body).header("Cache-Control", "no-cache");
    next.ifPresent(cursor -> answer.header("Link", Cursor.link(uri, cursor)));
    return answer.build();
  }
}
