package dev.tradewind.catalog.domain;

import java.util.Set;

/** What must be so for a change to be made. */
public sealed interface Precondition {

  boolean holds(Product product);

  /** The change is made in any case. */
  record None() implements Precondition {

    @Override
    public boolean holds(Product product) {
      return true;
    }
  }

  /** Only when there is no such product yet. */
  record Absent() implements Precondition {

    @Override
    public boolean holds(Product product) {
      return !product.exists();
    }
  }

  /** Only when there is such a product. */
  record Present() implements Precondition {

    @Override
    public boolean holds(Product product) {
      return product.exists();
    }
  }

  /** Only when the product is of one of these versions. */
  record Version(Set<Long> versions) implements Precondition {

    public Version {
      versions = Set.copyOf(versions);
    }

    @Override
    public boolean holds(Product product) {
      return product.exists() && versions.contains(product.version());
    }
  }
}
