package dev.tradewind.catalog.domain;

import dev.tradewind.contracts.catalog.ProductChanged;
import dev.tradewind.core.Types;
import java.util.Collection;

/** What happens to a product. */
public sealed interface ProductEvent {

  /** Every event of a product, under the names they are stored by. */
  Collection<Types.Type> RECORDS = Types.records("catalog", Changed.class, Settled.class);

  /**
   * Something else is said of it now.
   *
   * @param product as it was told
   * @param requested whether a request said it, which nobody delivers again should the process die before it was told
   */
  record Changed(ProductChanged product, boolean requested) implements ProductEvent {}

  /** All that requests said so far was told for certain: it need not be told again with what comes next. */
  record Settled() implements ProductEvent {}
}
