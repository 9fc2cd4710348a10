package dev.tradewind.catalog.api;

import dev.tradewind.catalog.domain.Product;
import dev.tradewind.catalog.domain.ProductCommand.Put;
import dev.tradewind.catalog.domain.ProductDecider;
import dev.tradewind.catalog.domain.ProductEvent;
import dev.tradewind.core.Commit;
import dev.tradewind.core.History;
import dev.tradewind.core.Result;
import dev.tradewind.quarkus.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.Optional;

/** What the back office hears of a change. */
final class ChangeAnswer {

  private static final ProductDecider DECIDER = new ProductDecider();

  private ChangeAnswer() {}

  /** @throws Problem when the change was refused, or its key was used for another one */
  static Response of(Result<Product, ProductEvent> result, Put put) {
    return switch (result) {
      case Result.Committed<Product, ProductEvent>(var history, var product) -> committed(product);
      case Result.Repeated<Product, ProductEvent>(var history, var product, var commit) -> repeated(history, commit, put);
      case Result.Unchanged<Product, ProductEvent>(var history, var product) -> tagged(Response.ok(), product);
      case Result.Refused<Product, ProductEvent>(var product, var code, var detail) -> throw Problem.of(412, code, detail);
      case Result.Postponed<Product, ProductEvent> postponed -> throw new IllegalStateException("a request is never postponed");
    };
  }

  /** The answer of then, whatever became of the product since. */
  private static Response repeated(History<ProductEvent> history, Commit<ProductEvent> commit, Put put) {
    var then = new History<>(history.stream(), history.commits().subList(0, (int) commit.version())).fold(DECIDER);
    if (!then.content().equals(Optional.of(put.content()))) {
      throw Problem.of(422, "idempotency-key-reused",
          "Something else was said of this product under this Idempotency-Key: use a new key, or send the same body to repeat the first.");
    }
    return committed(then);
  }

  private static Response committed(Product product) {
    return product.version() == 1
        ? tagged(Response.created(URI.create("/v1/products/" + product.told().orElseThrow().sku())), product)
        : tagged(Response.ok(), product);
  }

  private static Response tagged(ResponseBuilder answer, Product product) {
    return answer.entity(ProductBody.of(product)).tag(Long.toString(product.version())).build();
  }
}
