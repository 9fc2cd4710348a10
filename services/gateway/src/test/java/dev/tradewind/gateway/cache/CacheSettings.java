package dev.tradewind.gateway.cache;

/** As the service is set by itself. */
record CacheSettings() implements CacheConfig {

  @Override
  public long freshMillis() {
    return 30_000;
  }

  @Override
  public long freshAloneMillis() {
    return 1_000;
  }

  @Override
  public long noneMillis() {
    return 1_000;
  }

  @Override
  public long keptSeconds() {
    return 600;
  }

  @Override
  public long mostProducts() {
    return 10_000;
  }
}
