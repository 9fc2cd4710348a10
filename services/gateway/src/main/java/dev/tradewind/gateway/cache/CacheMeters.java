package dev.tradewind.gateway.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What is counted about the cache, in products; all of it is there, as zero, from the beginning. */
@Singleton
final class CacheMeters {

  private final Counter local;
  private final Counter stale;
  private final Counter missed;
  private final Counter sharedLoads;
  private final Counter catalogLoads;
  private final Counter failedLoads;

  CacheMeters(MeterRegistry meters) {
    local = meters.counter("tradewind.gateway.cache.reads", "result", "hit");
    stale = meters.counter("tradewind.gateway.cache.reads", "result", "stale");
    missed = meters.counter("tradewind.gateway.cache.reads", "result", "miss");
    sharedLoads = meters.counter("tradewind.gateway.cache.loads", "from", "valkey");
    catalogLoads = meters.counter("tradewind.gateway.cache.loads", "from", "catalog");
    failedLoads = meters.counter("tradewind.gateway.cache.loads", "from", "nowhere");
  }

  void read(int fresh, int old, int missing) {
    local.increment(fresh);
    stale.increment(old);
    missed.increment(missing);
  }

  void shared(int products) {
    sharedLoads.increment(products);
  }

  void catalog(int products) {
    catalogLoads.increment(products);
  }

  void failed() {
    failedLoads.increment();
  }
}
