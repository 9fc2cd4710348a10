package dev.tradewind.gateway.api;

import dev.tradewind.gateway.access.Roles;
import dev.tradewind.gateway.cache.CachedProduct;
import dev.tradewind.gateway.cache.ProductCache;
import dev.tradewind.gateway.cache.ProductSource;
import dev.tradewind.gateway.upstream.Service;
import dev.tradewind.quarkus.Problem;
import dev.tradewind.quarkus.Problem.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Products: for everybody to read, from the cache; for operators to change. */
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

  /** Clients may keep what the cache here keeps; what a price was is settled when an order is placed. */
  private static final String KEEP = "public, max-age=10, stale-while-revalidate=60";

  private static final int ERROR = 400;

  private final Relay relay;
  private final ProductCache products;

  ProductResource(Relay relay, ProductCache products) {
    this.relay = relay;
    this.products = products;
  }

  /** Those that were asked for and exist. */
  @RegisterForReflection
  record Products(List<CachedProduct> products) {}

  @GET
  @PermitAll
  public Uni<Response> list(@Context UriInfo uri, @Context HttpServerRequest request) {
    var skus = uri.getQueryParameters().get("sku");
    if (skus == null) {
      return relay.pass(request, Service.CATALOG, "/v1/products");
    }
    var asked = Set.copyOf(skus);
    check(asked, uri.getQueryParameters().keySet());
    return products.products(asked).map(found -> Response.ok(
        new Products(found.values().stream().sorted(Comparator.comparing(CachedProduct::sku)).toList())).header("Cache-Control", KEEP).build());
  }

  @GET
  @PermitAll
  @Path("/{sku}")
  public Uni<Response> show(@PathParam("sku") @Pattern(regexp = Names.SKU, message = Names.SKU_RULE) String sku, @Context Request request) {
    return products.product(sku).map(product -> {
      var tag = new EntityTag(Long.toString(product.version()));
      return Conditions.unchanged(request, tag).orElseGet(() -> Response.ok(product).tag(tag)).header("Cache-Control", KEEP).build();
    });
  }

  @PUT
  @Path("/{sku}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.OPERATOR)
  public Uni<Response> put(
      @PathParam("sku") @Pattern(regexp = Names.SKU, message = Names.SKU_RULE) String sku, @Context HttpServerRequest request, byte[] body) {
    return relay.pass(request, Service.CATALOG, "/v1/products/" + sku, body).invoke(answer -> {
      if (answer.getStatus() < ERROR) {
        products.invalidate(sku);
      }
    });
  }

  @POST
  @Path("/imports")
  @Consumes("text/csv")
  @RolesAllowed(Roles.OPERATOR)
  public Uni<Response> startImport(@Context HttpServerRequest request, byte[] body) {
    return relay.pass(request, Service.CATALOG, "/v1/products/imports", body);
  }

  @GET
  @Path("/imports/{importId}")
  @RolesAllowed(Roles.OPERATOR)
  public Uni<Response> showImport(@PathParam("importId") String importId, @Context HttpServerRequest request) {
    return relay.pass(request, Service.CATALOG, "/v1/products/imports/" + Names.id("import", importId));
  }

  private static void check(Set<String> skus, Set<String> parameters) {
    if (parameters.size() > 1) {
      throw Problem.invalid(List.of(new Violation("sku", "stands alone: a list of named products has no other parameters")));
    }
    if (skus.size() > ProductSource.MOST) {
      throw Problem.invalid(List.of(new Violation("sku", "must be given %d times or less".formatted(ProductSource.MOST))));
    }
    if (!skus.stream().allMatch(sku -> sku.matches(Names.SKU))) {
      throw Problem.invalid(List.of(new Violation("sku", Names.SKU_RULE)));
    }
  }
}
