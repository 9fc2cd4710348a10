package dev.tradewind.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts in this process alone. Whoever has all of their requests again is forgotten, and of too many callers those seen longest ago. */
final class LocalLimiter implements Limiter {

  private final LongSupplier nanos;
  private final Cache<String, Count> counts;

  /** Until when the requests would have taken, and whether the last one was allowed. */
  private record Count(long dueMicros, boolean allowed) {}

  /** @param nanos a clock that never goes back */
  LocalLimiter(LongSupplier nanos, long mostCallers) {
    long start = nanos.getAsLong();
    this.nanos = () -> nanos.getAsLong() - start;
    this.counts = Caffeine.newBuilder()
        .maximumSize(mostCallers)
        .ticker(this.nanos::getAsLong)
        .executor(Runnable::run)
        .expireAfter(Expiry.<String, Count>writing((key, count) -> Duration.ofNanos(
            Math.max(1, TimeUnit.MICROSECONDS.toNanos(count.dueMicros()) - this.nanos.getAsLong()))))
        .build();
  }

  @Override
  public Uni<Verdict> take(String key, Policy policy) {
    return Uni.createFrom().item(() -> now(key, policy));
  }

  Verdict now(String key, Policy policy) {
    long now = TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong());
    var count = counts.asMap().compute(key, (same, before) -> next(before == null ? now : Math.max(now, before.dueMicros()), now, policy));
    return Verdict.of(policy, count.allowed(), count.dueMicros() - now);
  }

  private static Count next(long due, long now, Policy policy) {
    long then = due + policy.intervalMicros();
    return then - now <= policy.capacityMicros() ? new Count(then, true) : new Count(due, false);
  }
}
