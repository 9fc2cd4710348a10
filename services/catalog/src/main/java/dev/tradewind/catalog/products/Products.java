package dev.tradewind.catalog.products;

import dev.tradewind.catalog.domain.Product;
import dev.tradewind.catalog.domain.ProductCommand;
import dev.tradewind.catalog.domain.ProductDecider;
import dev.tradewind.catalog.domain.ProductEvent;
import dev.tradewind.core.StreamHandler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Products, read from their streams: what somebody hears of by an event is there to be read. Only which products there are is looked up in
 * an index, so that a new one may be missing in a list for a moment.
 */
@Singleton
public class Products {

  private static final int READS_AT_ONCE = 16;

  private final StreamHandler<Product, ProductCommand, ProductEvent> streams;
  private final ProductIndex index;
  private final ProductDecider decider = new ProductDecider();

  Products(StreamHandler<Product, ProductCommand, ProductEvent> streams, ProductIndex index) {
    this.streams = streams;
    this.index = index;
  }

  public Uni<Optional<Product>> find(String sku) {
    return streams.load(Product.stream(sku)).map(history -> Optional.of(history.fold(decider)).filter(Product::exists));
  }

  /** Those of them that exist, in the same order. */
  public Uni<List<Product>> find(List<String> skus) {
    return skus.isEmpty()
        ? Uni.createFrom().item(List.of())
        : Uni.join().all(skus.stream().map(this::find).toList()).usingConcurrencyOf(READS_AT_ONCE).andFailFast()
            .map(found -> found.stream().flatMap(Optional::stream).toList());
  }

  /**
   * A page of all products, in the order of their SKUs.
   *
   * @param after the last SKU of the page before
   * @param limit products, at most; 1 or more
   */
  public Uni<Page> page(Optional<String> after, int limit) {
    // One more shows whether there is a next page.
    return index.skus(after, limit + 1).flatMap(skus -> {
      var shown = skus.subList(0, Math.min(limit, skus.size()));
      return find(shown).map(found -> new Page(found, skus.size() > limit ? Optional.of(shown.getLast()) : Optional.empty()));
    });
  }

  /**
   * Some products of the list of all.
   *
   * @param next the SKU behind which the next page begins; empty on the last one
   */
  public record Page(List<Product> products, Optional<String> next) {}
}
