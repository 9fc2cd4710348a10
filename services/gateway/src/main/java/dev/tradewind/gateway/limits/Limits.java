package dev.tradewind.gateway.limits;

import dev.tradewind.gateway.access.Caller;
import dev.tradewind.gateway.access.Caller.Anonymous;
import dev.tradewind.gateway.access.Caller.Customer;
import dev.tradewind.gateway.access.Caller.Operator;
import dev.tradewind.gateway.valkey.Valkey;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/** Which limit holds for whom, and where it is counted. */
@ApplicationScoped
class Limits {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final boolean enabled;
  private final Policy reads;
  private final Policy writes;
  private final Policy operators;
  private final Policy anonymous;
  private final Limiter limiter;
  private final MeterRegistry meters;

  /** @throws IllegalArgumentException naming the setting that makes no sense */
  Limits(LimitsConfig config, Valkey valkey, SharedLimiter shared, MeterRegistry meters) {
    var local = new LocalLimiter(System::nanoTime, config.mostCallers());
    this.enabled = config.enabled();
    this.reads = policy("reads", config.reads());
    this.writes = policy("writes", config.writes());
    this.operators = policy("operators", config.operators());
    this.anonymous = policy("anonymous", config.anonymous());
    this.limiter = valkey.isConfigured() ? new FallbackLimiter(shared, local) : local;
    this.meters = meters;
  }

  boolean areEnabled() {
    return enabled;
  }

  Policy policy(Caller caller, String method) {
    return switch (caller) {
      case Customer customer -> READING.contains(method) ? reads : writes;
      case Operator operator -> operators;
      case Anonymous nobody -> anonymous;
    };
  }

  /** Counts one request of a caller. */
  Uni<Verdict> take(Caller caller, Policy policy) {
    return limiter.take(policy.name() + ":" + caller.id(), policy).invoke(verdict -> {
      if (!verdict.allowed()) {
        meters.counter("tradewind.gateway.limits.refused", "policy", policy.name()).increment();
      }
    });
  }

  private static Policy policy(String name, LimitsConfig.Limit limit) {
    try {
      return new Policy(name, limit.requests(), Duration.ofSeconds(limit.windowSeconds()));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("tradewind.gateway.limits." + wrong.getMessage(), wrong);
    }
  }
}
