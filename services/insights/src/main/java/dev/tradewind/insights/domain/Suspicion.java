package dev.tradewind.insights.domain;

import dev.tradewind.core.StreamId;
import java.time.Instant;
import java.util.Optional;

/**
 * The stream of one order and one rule: nothing yet, or that the order was suspected by it.
 *
 * @param raisedAt when it was told
 */
public record Suspicion(Optional<Instant> raisedAt) {

  /** One stream, so one message, for each order and rule. */
  public static StreamId stream(Finding finding) {
    return new StreamId("suspicion", finding.order().orderId() + "/" + finding.rule().label());
  }
}
