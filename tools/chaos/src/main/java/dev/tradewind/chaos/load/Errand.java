package dev.tradewind.chaos.load;

import java.time.Duration;
import java.util.Optional;

/**
 * What one customer comes for.
 *
 * @param customerId who
 * @param key the idempotency key
 * @param body of the request
 * @param total what it costs, in minor units
 * @param cancelAfter when the customer regrets it, after it was accepted
 * @param again when the customer sends the same once more, after it was accepted
 * @param other another body that is sent under the same key, and what that would cost
 */
record Errand(String customerId, String key, String body, long total, Optional<Duration> cancelAfter, Optional<Duration> again,
    Optional<Other> other) {

  /** Another order under the same key. */
  record Other(String body, long total) {}
}
