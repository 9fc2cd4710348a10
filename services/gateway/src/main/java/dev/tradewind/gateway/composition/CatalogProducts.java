package dev.tradewind.gateway.composition;

import dev.tradewind.gateway.cache.CachedProduct;
import dev.tradewind.gateway.cache.ProductSource;
import dev.tradewind.gateway.upstream.Service;
import dev.tradewind.gateway.upstream.ServiceRequest;
import dev.tradewind.gateway.upstream.Upstreams;
import dev.tradewind.quarkus.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products as the catalog tells them. */
@Singleton
class CatalogProducts implements ProductSource {

  private static final int OK = 200;

  private final Upstreams upstreams;
  private final Reading reading;

  CatalogProducts(Upstreams upstreams, Reading reading) {
    this.upstreams = upstreams;
    this.reading = reading;
  }

  /** A page of the catalog. */
  @RegisterForReflection
  record Page(List<CachedProduct> products) {}

  @Override
  public Uni<Map<String, CachedProduct>> load(Set<String> skus) {
    var query = skus.stream().sorted().map("sku="::concat).collect(Collectors.joining("&"));
    return upstreams.of(Service.CATALOG).call(ServiceRequest.get("/v1/products?" + query)).map(answer -> {
      if (answer.status() != OK) {
        throw Problem.of(502, "bad-gateway", "catalog answered %d.".formatted(answer.status()));
      }
      return reading.read(Service.CATALOG, answer, Page.class).products().stream()
          .collect(Collectors.toUnmodifiableMap(CachedProduct::sku, Function.identity()));
    });
  }
}
