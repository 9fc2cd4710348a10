package dev.tradewind.inventory.domain;

/**
 * What a counter shows.
 *
 * @param available units that can be reserved, 0 or more
 * @param received units that ever arrived; what is not available was taken
 */
public record Counter(long available, long received) {

  /** A counter that nothing was received on. */
  public static final Counter EMPTY = new Counter(0, 0);

  public long taken() {
    return received - available;
  }

  public Counter plus(Counter other) {
    return new Counter(available + other.available, received + other.received);
  }
}
