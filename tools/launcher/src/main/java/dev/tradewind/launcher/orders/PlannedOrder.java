package dev.tradewind.launcher.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a file of orders.
 *
 * @param line its number in the file, from 1
 * @param key the Idempotency-Key it is placed under
 * @param body what is sent
 * @param expected the ends it may come to
 * @param cancelAfter when the customer cancels it, counted from its acceptance
 */
record PlannedOrder(int line, String key, JsonNode body, Set<End> expected, Optional<Duration> cancelAfter) {

  /** The ends of an order. */
  enum End {
    DELIVERED, CANCELLED, REJECTED
  }

  String expectation() {
    return String.join("|", expected.stream().sorted().map(End::name).toList());
  }
}
