package dev.tradewind.checker;

import java.util.Map;

/**
 * What an order asked of the stock and what became of it.
 *
 * @param orderId the order
 * @param state the last one
 * @param units what was set aside for it, by SKU; empty when nothing ever was
 */
public record Token(String orderId, State state, Map<String, Long> units) {

  public Token {
    units = Map.copyOf(units);
  }

  /** What became of the units. */
  public enum State {
    RESERVED,
    REJECTED,
    RELEASED,
    SOLD;

    /** Whether the units are off the shelf. */
    public boolean takes() {
      return this == RESERVED || this == SOLD;
    }
  }
}
