package dev.tradewind.inventory.domain;

import dev.tradewind.core.Check;

/**
 * Names a counter of units.
 *
 * @param sku the product
 * @param warehouse where the units lie
 * @param shard 0 or more; a product that sells fast is counted in several places at once
 */
public record CounterKey(String sku, String warehouse, int shard) {

  public CounterKey {
    Check.notBlank(sku, "sku");
    Check.notBlank(warehouse, "warehouse");
    Check.that(shard >= 0, "shard must be 0 or more, but is %d", shard);
  }

  /** The key as stored. */
  @Override
  public String toString() {
    return "stock/" + sku + "/" + warehouse + "/" + shard;
  }
}
