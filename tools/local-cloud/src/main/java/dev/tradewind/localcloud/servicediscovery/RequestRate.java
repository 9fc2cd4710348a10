package dev.tradewind.localcloud.servicediscovery;

import java.time.Clock;

/** A token bucket, as Cloud Map throttles: it fills steadily, up to a burst, and each call takes one token out. */
final class RequestRate {

  /** Tokens are counted in thousandths, so that each millisecond fills in as many as there are tokens a second. */
  private static final long TOKEN = 1_000;

  private final String operation;
  private final int perSecond;
  private final long burst;
  private final Clock clock;
  private long tokens;
  private long filledMillis;

  RequestRate(String operation, int perSecond, int burst, Clock clock) {
    this.operation = operation;
    this.perSecond = perSecond;
    this.burst = burst * TOKEN;
    this.clock = clock;
    this.tokens = this.burst;
    this.filledMillis = clock.millis();
  }

  /** @throws CloudMapException when there is no token */
  synchronized void take() {
    long now = clock.millis();
    tokens = Math.min(burst, tokens + Math.max(0, now - filledMillis) * perSecond);
    filledMillis = now;
    if (tokens < TOKEN) {
      throw CloudMapException.of("RequestLimitExceeded", "There may be " + perSecond + " " + operation + " a second: try again later");
    }
    tokens -= TOKEN;
  }
}
