package dev.tradewind.gateway.limits;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Whether one request is allowed.
 *
 * @param remaining requests that would be allowed right after it
 * @param reset when all of them are again
 * @param retryAfter when the next one is; nothing when there are some left
 */
record Verdict(boolean allowed, long remaining, Duration reset, Duration retryAfter) {

  /**
   * After the request was counted, or not.
   *
   * @param aheadMicros how far the caller's requests run ahead of their even pace now
   */
  static Verdict of(Policy policy, boolean allowed, long aheadMicros) {
    long left = Math.max(0, policy.capacityMicros() - aheadMicros);
    long remaining = left / policy.intervalMicros();
    return new Verdict(allowed, remaining, micros(aheadMicros), remaining > 0 ? Duration.ZERO : micros(policy.intervalMicros() - left));
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
