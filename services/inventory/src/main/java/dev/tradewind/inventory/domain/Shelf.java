package dev.tradewind.inventory.domain;

import dev.tradewind.core.Check;
import java.util.HashMap;
import java.util.Map;

/**
 * What is believed to be available of one product. It may be out of date: the conditions of the write decide.
 *
 * @param directory where the product is counted
 * @param available units by counter; a counter that is not named has none
 */
public record Shelf(Directory directory, Map<CounterKey, Long> available) {

  public Shelf {
    Check.notNull(directory, "directory");
    available = Map.copyOf(available);
  }

  public long units(CounterKey counter) {
    return available.getOrDefault(counter, 0L);
  }

  /** The shelf after a counter changed by so many units, up or down. */
  public Shelf changed(CounterKey counter, long by) {
    var changed = new HashMap<>(available);
    changed.merge(counter, by, Long::sum);
    return new Shelf(directory, changed);
  }
}
