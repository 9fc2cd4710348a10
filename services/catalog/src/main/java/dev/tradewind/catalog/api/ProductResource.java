package dev.tradewind.catalog.api;

import dev.tradewind.catalog.CatalogSettings;
import dev.tradewind.catalog.content.PutProduct;
import dev.tradewind.catalog.domain.Product;
import dev.tradewind.catalog.domain.ProductCommand.Put;
import dev.tradewind.catalog.domain.ProductCommand;
import dev.tradewind.catalog.domain.ProductEvent;
import dev.tradewind.catalog.domain.Sku;
import dev.tradewind.catalog.products.Products;
import dev.tradewind.core.Cause;
import dev.tradewind.core.StreamHandler;
import dev.tradewind.quarkus.Cursor;
import dev.tradewind.quarkus.IdempotencyKey;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Products over HTTP: for everyone to look at, for the back office to change. */
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

  private final StreamHandler<Product, ProductCommand, ProductEvent> streams;
  private final Products products;
  private final String cacheControl;

  ProductResource(StreamHandler<Product, ProductCommand, ProductEvent> streams, Products products, CatalogSettings settings) {
    this.streams = streams;
    this.products = products;
    this.cacheControl = "public, max-age=%d, stale-while-revalidate=%d".formatted(settings.maxAgeSeconds(), settings.staleWhileRevalidateSeconds());
  }

  @GET
  @Parameter(name = "sku", in = ParameterIn.QUERY, description = "A product asked for; up to 50 times, and then without the other parameters")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Products on a page, 1 to 100; default 20")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "The next of the page before")
  @Operation(operationId = "listProducts", summary = "Those of the products asked for that exist, or a page of all, in the order of their SKUs")
  @APIResponse(responseCode = "200", description = "Products", content = @Content(schema = @Schema(implementation = ProductListBody.class)))
  @APIResponse(responseCode = "400", description = "A parameter breaks a rule, or the cursor does not fit")
  public Uni<Response> list(@Context UriInfo uri) {
    return switch (ListRequest.of(uri.getQueryParameters())) {
      case ListRequest.BySku(var skus) -> products.find(skus)
          .map(found -> Response.ok(ProductListBody.of(found, Optional.empty())).header(HttpHeaders.CACHE_CONTROL, cacheControl).build());
      case ListRequest.Page(var after, var limit) -> products.page(after, limit).map(page -> answer(page, uri));
    };
  }

  @GET
  @Path("/{sku}")
  @Operation(operationId = "getProduct", summary = "A product and its prices")
  @APIResponse(responseCode = "200", description = "The product", content = @Content(schema = @Schema(implementation = ProductBody.class)))
  @APIResponse(responseCode = "304", description = "Still the version of If-None-Match")
  @APIResponse(responseCode = "404", description = "There is no such product")
  public Uni<Response> show(@PathParam("sku") String sku, @Context Request request) {
    if (!Sku.isOne(sku)) {
      throw notFound();
    }
    return products.find(sku).map(found -> {
      var product = found.orElseThrow(ProductResource::notFound);
      var tag = new EntityTag(Long.toString(product.version()));
      var unchanged = request.evaluatePreconditions(tag);
      var answer = unchanged == null ? Response.ok(ProductBody.of(product)) : unchanged;
      return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, cacheControl).build();
    });
  }

  /** For the back office. */
  @PUT
  @Path("/{sku}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, description = "The ETag that the product must have; or * when it must exist")
  @Parameter(name = HttpHeaders.IF_NONE_MATCH, in = ParameterIn.HEADER, description = "* when it must not exist yet")
  @Operation(operationId = "putProduct", summary = "Says all there is to say of a product; the same Idempotency-Key has the same answer, for ever")
  @APIResponse(responseCode = "200", description = "The product now", content = @Content(schema = @Schema(implementation = ProductBody.class)))
  @APIResponse(responseCode = "201", description = "The product is new", content = @Content(schema = @Schema(implementation = ProductBody.class)))
  @APIResponse(responseCode = "400", description = "The request breaks a rule")
  @APIResponse(responseCode = "412", description = "The product is of another version, or is or is not there")
  @APIResponse(responseCode = "422", description = "The key was used for another change of this product")
  public Uni<Response> put(
      @PathParam("sku") @Pattern(regexp = Sku.PATTERN, message = Sku.RULE) String sku,
      @HeaderParam(IdempotencyKey.HEADER) String key,
      @NotNull(message = "a body is required") @Valid PutProduct body,
      @Context HttpHeaders headers) {
    var put = new Put(sku, body.content(), Preconditions.of(headers));
    var cause = Cause.request("put/" + IdempotencyKey.required(key), sku, Traces.current());
    return streams.handle(cause, Product.stream(sku), put).map(result -> ChangeAnswer.of(result, put));
  }

  private static Response answer(Products.Page page, UriInfo uri) {
    var next = page.next().map(sku -> Cursor.write(new ListRequest.All(), sku));
    var answer = Response.ok(ProductListBody.of(page.products(), next)).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    next.ifPresent(cursor -> answer.header("Link", Cursor.link(uri, cursor)));
    return answer.build();
  }

  private static Problem notFound() {
    return Problem.of(404, "product-not-found", "There is no product with this SKU.");
  }
}
