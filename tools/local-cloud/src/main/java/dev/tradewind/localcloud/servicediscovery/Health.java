package dev.tradewind.localcloud.servicediscovery;

/**
 * The health of an instance, which changes some time after it was reported.
 *
 * @param status what it is before the change
 * @param next what it is from then on
 * @param changesAtMillis when it changes
 */
record Health(HealthStatus status, HealthStatus next, long changesAtMillis) {

  static Health of(HealthStatus status) {
    return new Health(status, status, 0);
  }

  HealthStatus at(long nowMillis) {
    return nowMillis >= changesAtMillis ? next : status;
  }

  /** Reporting what is on its way does not hasten it; reporting what still is stops what is on its way. */
  Health report(HealthStatus reported, long nowMillis, long delayMillis) {
    var current = at(nowMillis);
    if (reported == next && current != next) {
      return this;
    }
    return reported == current ? of(current) : new Health(current, reported, nowMillis + delayMillis);
  }
}
