package dev.tradewind.inventory.grouping;

/**
 * What a counter gains, or loses when negative.
 *
 * @param available units; the counter must show at least as many as it loses
 * @param received units that arrived, 0 or more
 */
public record CounterChange(long available, long received) {

  static CounterChange taken(long units) {
    return new CounterChange(-units, 0);
  }

  static CounterChange givenBack(long units) {
    return new CounterChange(units, 0);
  }

  static CounterChange received(long units) {
    return new CounterChange(units, units);
  }

  CounterChange plus(CounterChange other) {
    return new CounterChange(available + other.available, received + other.received);
  }
}
