package dev.tradewind.gateway.limits;

import io.smallrye.mutiny.Uni;

/**
 * Counts requests by the generic cell rate algorithm: all that is remembered of a caller is one moment, until which the requests so far
 * would have taken at an even pace. A request is allowed while that moment is less than a window ahead.
 */
interface Limiter {

  /**
   * Counts one request, if it is allowed.
   *
   * @param key whose it is; the same key always comes with the same policy
   */
  Uni<Verdict> take(String key, Policy policy);
}
