package dev.tradewind.inventory.domain;

import dev.tradewind.core.Check;

/**
 * Units taken from one counter.
 *
 * @param quantity units, 1 or more
 */
public record Allocation(CounterKey counter, int quantity) {

  public Allocation {
    Check.notNull(counter, "counter");
    Check.that(quantity >= 1, "quantity must be 1 or more, but is %d", quantity);
  }
}
