package dev.tradewind.quarkus.guard;

import dev.tradewind.quarkus.guard.GuardOptions.Breaker;
import dev.tradewind.quarkus.guard.GuardOptions.Retry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One guard before one dependency, whose pauses take no time; its budget's clock stands still until it is moved. */
final class Guarding {

  static final int WINDOW = 4;

  /** So long that a busy machine neither times out nor lets a breaker half open. */
  static final GuardOptions CALM = opensFor(Duration.ofHours(1));
  /** A breaker that soon tries again. */
  static final GuardOptions BRISK = opensFor(Duration.ofMillis(100));

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger GUARDS = new AtomicInteger();

  /** Breakers are known by their names in the whole process. */
  final String name = "guard-" + GUARDS.incrementAndGet();
  final Dependency dependency = new Dependency();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final List<CircuitBreakerState> states = new CopyOnWriteArrayList<>();
  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  final AtomicLong nanos = new AtomicLong();
  final HttpGuard guard;

  Guarding(GuardOptions options) {
    this.guard = guards(Map.of()).guard(name, options, Dependency.Refusal.class::isInstance, states::add);
  }

  private static GuardOptions opensFor(Duration open) {
    return new GuardOptions(Duration.ofMinutes(1), 8, new Breaker(WINDOW, 0.5, open, 2), GuardOptions.USUAL.retry());
  }

  static GuardOptions retrying(Retry retry) {
    return new GuardOptions(CALM.timeout(), CALM.callsAtOnce(), CALM.breaker(), retry);
  }

  Guards guards(Map<String, String> settings) {
    var config = new SmallRyeConfigBuilder().withDefaultValues(settings).build();
    return new Guards(config, meters, new Guards.World(nanos::get, new SplittableRandom(7), length -> {
      pauses.add(length);
      return Uni.createFrom().voidItem();
    }));
  }

  Uni<String> once() {
    return guard.call(dependency::request);
  }

  Uni<String> idempotent() {
    return guard.callIdempotent(dependency::request);
  }

  static <T> T outcome(Uni<T> call) {
    return call.await().atMost(PATIENCE);
  }

  static Throwable failure(Uni<?> call) {
    return outcome(call.map(done -> (Throwable) new AssertionError("it succeeded: " + done)).onFailure().recoverWithItem(failure -> failure));
  }

  double calls(String outcome) {
    return meters.get("tradewind.guard.calls").tag("guard", name).tag("outcome", outcome).counter().count();
  }

  double counted(String metric) {
    return meters.get(metric).tag("guard", name).counter().count();
  }

  double state() {
    return meters.get("tradewind.guard.state").tag("guard", name).gauge().value();
  }
}
