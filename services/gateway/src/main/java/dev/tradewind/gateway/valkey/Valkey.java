package dev.tradewind.gateway.valkey;

import dev.tradewind.quarkus.ReturnToContext;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * What replicas share, or nothing. Whoever asks must be able to do without: an answer that takes too long is a failure, and after some
 * failures nothing is asked for a while, so that nobody waits for a Valkey that is away.
 */
@Singleton
public final class Valkey {

  private static final Logger LOG = Logger.getLogger("tradewind.valkey");

  private final ReactiveRedisDataSource redis;
  private final Optional<Guard> guard;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final AtomicReference<State> state;

  private sealed interface State {

    record Here(Instant since) implements State {}

    record Away(Instant since) implements State {}
  }

  Valkey(ValkeyConfig config, ReactiveRedisDataSource redis, MeterRegistry meters, InstantSource clock) {
    this.redis = redis;
    this.meters = meters;
    this.clock = clock;
    this.state = new AtomicReference<>(new State.Here(clock.instant()));
    this.guard = config.url().map(url -> guard(config));
    // The name under which ./tradewind status looks for breakers.
    Gauge.builder("tradewind.guard.state", () -> isAway() ? 2 : 0).tag("guard", "valkey")
        .description("0 closed, 2 open").register(meters);
  }

  /** Whether there is one to ask. */
  public boolean isConfigured() {
    return guard.isPresent();
  }

  /** Whether it has been asked in vain, and not successfully since. */
  public boolean isAway() {
    return awaySince().isPresent();
  }

  /** Since when it is away. */
  Optional<Instant> awaySince() {
    return state.get() instanceof State.Away(var since) ? Optional.of(since) : Optional.empty();
  }

  /** Since when it has not been away; nothing while it is. */
  Optional<Instant> hereSince() {
    return state.get() instanceof State.Here(var since) ? Optional.of(since) : Optional.empty();
  }

  /** A channel that all replicas share. */
  public ValkeyChannel channel(String name) {
    return new ValkeyChannel(this, redis, name, clock);
  }

  /** Runs a command; fails, within the timeout, when Valkey does not answer, and at once when none is configured. */
  @SuppressWarnings("unchecked") // The guard passes on what it is given.
  public Uni<Response> ask(String command, String... arguments) {
    return guard.map(calls -> ReturnToContext.afterwards(() -> (Uni<Response>) calls.get(() -> redis.execute(command, arguments), Uni.class))
            .onItemOrFailure().invoke((answer, failure) -> count(failure == null ? "done" : "failed")))
        .orElseGet(() -> Uni.createFrom().failure(() -> new IllegalStateException("no Valkey is configured")));
  }

  private Guard guard(ValkeyConfig config) {
    return Guard.create()
        .withDescription("valkey")
        .withTimeout().duration(config.timeoutMillis(), ChronoUnit.MILLIS).done()
        .withCircuitBreaker()
            .requestVolumeThreshold(config.breaker().windowCalls())
            .failureRatio(config.breaker().failureRatio())
            .delay(config.breaker().openMillis(), ChronoUnit.MILLIS)
            .successThreshold(1)
            .onStateChange(this::changed)
            .done()
        .build();
  }

  private void count(String outcome) {
    meters.counter("tradewind.gateway.valkey.calls", "outcome", outcome).increment();
  }

  /** Trials while it is away change nothing that anybody should read about. */
  private void changed(CircuitBreakerState breaker) {
    var now = clock.instant();
    switch (breaker) {
      case OPEN -> {
        if (state.getAndUpdate(before -> before instanceof State.Here ? new State.Away(now) : before) instanceof State.Here) {
          LOG.warn("valkey-away limits=local cache=local");
        }
      }
      case CLOSED -> {
        if (state.getAndSet(new State.Here(now)) instanceof State.Away(var since)) {
          LOG.infof("valkey-back away-seconds=%d", Duration.between(since, now).toSeconds());
        }
      }
      case HALF_OPEN -> { }
    }
  }
}
