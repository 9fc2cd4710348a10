package dev.tradewind.payments.psp;

import dev.tradewind.core.WaitingRoom;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;

/**
 * What stands between us and a provider in trouble: no call takes longer than the timeout, no more than so many are under way, and
 * when half of the recent ones failed, none is made until a few succeed again. One guard for all calls: they share the provider.
 * There is no retry in it.
 */
final class PspGuard {

  static final String NAME = "psp";

  /** Waiting helps nobody: what does not fit comes back as a message later. The library wants room for one. */
  private static final int SHORTEST_QUEUE = 1;

  private static final Logger LOG = Logger.getLogger("tradewind.psp");

  @Produces
  @Singleton
  @Identifier(NAME)
  static Guard guard(
      WaitingRoom waiting,
      @ConfigProperty(name = "tradewind.provider.timeout-millis") long timeoutMillis,
      @ConfigProperty(name = "tradewind.provider.calls-at-once") int callsAtOnce,
      @ConfigProperty(name = "tradewind.provider.breaker.window-calls") int windowCalls,
      @ConfigProperty(name = "tradewind.provider.breaker.failure-ratio") double failureRatio,
      @ConfigProperty(name = "tradewind.provider.breaker.open-millis") long openMillis,
      @ConfigProperty(name = "tradewind.provider.breaker.trial-calls") int trialCalls) {
    return Guard.create()
        .withDescription(NAME)
        .withTimeout().duration(timeoutMillis, ChronoUnit.MILLIS).done()
        .withBulkhead().limit(callsAtOnce).queueSize(SHORTEST_QUEUE).done()
        .withCircuitBreaker()
            .name(NAME)
            .requestVolumeThreshold(windowCalls)
            .failureRatio(failureRatio)
            .delay(openMillis, ChronoUnit.MILLIS)
            .successThreshold(trialCalls)
            // A refusal is an answer, and a full bulkhead says nothing about the provider.
            .skipOn(Set.of(PspRefusal.class, BulkheadException.class))
            .onStateChange(state -> changed(state, waiting))
            .done()
        .build();
  }

  private static void changed(CircuitBreakerState state, WaitingRoom waiting) {
    LOG.infof("breaker-changed state=%s", state);
    switch (state) {
      case OPEN -> waiting.away();
      case CLOSED -> waiting.back();
      case HALF_OPEN -> { }
    }
  }
}
