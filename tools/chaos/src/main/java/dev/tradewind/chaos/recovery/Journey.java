package dev.tradewind.chaos.recovery;

import java.time.Instant;
import java.util.List;

/**
 * How far an order came, and when.
 *
 * @param orderId the order
 * @param stops its commits, oldest first
 */
public record Journey(String orderId, List<Stop> stops) {

  /**
   * A commit of the order.
   *
   * @param at when it was made
   * @param waitsFor the service that has to act next; orders itself when nothing was asked of another
   * @param isEnd whether nothing more follows
   */
  public record Stop(Instant at, String waitsFor, boolean isEnd) {}

  public Journey {
    stops = List.copyOf(stops);
  }

  public boolean hasEnded() {
    return stops.stream().anyMatch(Stop::isEnd);
  }
}
