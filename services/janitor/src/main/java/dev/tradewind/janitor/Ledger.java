package dev.tradewind.janitor;

import dev.tradewind.janitor.domain.Deed;
import io.smallrye.mutiny.Multi;

/** The payment provider's books. */
@FunctionalInterface
public interface Ledger {

  /** Everything it did, each as a deed of its order. */
  Multi<Deed> deeds();
}
