package dev.tradewind.catalog.domain;

import dev.tradewind.catalog.domain.ProductCommand.Adopt;
import dev.tradewind.catalog.domain.ProductCommand.LookAgain;
import dev.tradewind.catalog.domain.ProductCommand.Put;
import dev.tradewind.catalog.domain.ProductEvent.Changed;
import dev.tradewind.catalog.domain.ProductEvent.Settled;
import dev.tradewind.contracts.Money;
import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Decider;
import dev.tradewind.core.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Each change of a product is told whole. What changes nothing is not told. */
public final class ProductDecider implements Decider<Product, ProductCommand, ProductEvent> {

  /** Refused because of the {@link Precondition}. */
  public static final String PRECONDITION = "precondition-failed";

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  @Override
  public Product initial() {
    return Product.none();
  }

  @Override
  public Decision<ProductEvent> decide(Product product, ProductCommand command, Instant now) {
    return switch (command) {
      case Put(var sku, var content, var only) when !only.holds(product) -> Decision.refuse(PRECONDITION, product.exists()
          ? "The product is of version %d now: read it again, and decide anew.".formatted(product.version())
          : "There is no such product, so that it has no version.");
      case Put(var sku, var content, var only) when product.content().equals(Optional.of(content)) -> Decision.nothing();
      case Put(var sku, var content, var only) -> tell(product, sku, content, true, now).wakeAt(now.plus(LOOK_AGAIN));
      case Adopt(var sku, var content) when product.content().equals(Optional.of(content)) -> Decision.nothing();
      case Adopt(var sku, var content) -> tell(product, sku, content, false, now);
      case LookAgain() -> product.settled() ? Decision.nothing() : Decision.change(new Settled());
    };
  }

  @Override
  public Product evolve(Product product, ProductEvent event, Instant at) {
    return switch (event) {
      case Changed changed -> product.changed(changed, at);
      case Settled() -> product.settle();
    };
  }

  private static Decision.Change<ProductEvent> tell(Product product, String sku, ProductContent content, boolean requested, Instant now) {
    boolean samePrices = product.told().map(ProductChanged::prices).equals(Optional.of(content.prices()));
    List<Money> former = product.told().map(told -> samePrices ? told.formerPrices() : told.prices()).orElse(List.of());
    var since = product.told().filter(told -> samePrices).map(ProductChanged::pricesSince).orElse(now);
    var changed = new ProductChanged(sku, content.name(), content.description(), content.active(), content.prices(), former, since);
    return Decision.<ProductEvent>change(new Changed(changed, requested)).send(changed);
  }
}
