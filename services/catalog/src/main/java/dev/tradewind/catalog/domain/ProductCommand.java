package dev.tradewind.catalog.domain;

/** What can be asked of a product. */
public sealed interface ProductCommand {

  /** Somebody says over HTTP what is to be said of the product. */
  record Put(String sku, ProductContent content, Precondition only) implements ProductCommand {}

  /** A row of an import says it. Whoever applies the row does so again until it is done. */
  record Adopt(String sku, ProductContent content) implements ProductCommand {}

  /** A request may have died before all was sent: what it committed is looked at again. */
  record LookAgain() implements ProductCommand {}
}
