package dev.tradewind.quarkus.guard;

import dev.tradewind.core.WaitingRoom;
import dev.tradewind.quarkus.ReturnToContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;

/** Makes the guards of a service, one a dependency. */
@Singleton
public final class Guards {

  private static final Logger LOG = Logger.getLogger("tradewind.guard");

  /** Waiting helps nobody: what does not fit is told so at once. The library wants room for one. */
  private static final int SHORTEST_QUEUE = 1;

  private final Config config;
  private final MeterRegistry meters;
  private final World world;

  /** What tests own: time, chance and waiting. */
  record World(LongSupplier nanos, RandomGenerator chance, Retries.Pause pause) {

    /** Each draw on the generator of the thread that draws. */
    static World real() {
      return new World(System::nanoTime, () -> ThreadLocalRandom.current().nextLong(), World::pause);
    }

    private static Uni<Void> pause(Duration length) {
      return length.isZero() ? Uni.createFrom().voidItem()
          : ReturnToContext.afterwards(() -> Uni.createFrom().voidItem().onItem().delayIt().by(length));
    }
  }

  @Inject
  Guards(Config config, MeterRegistry meters) {
    this(config, meters, World.real());
  }

  Guards(Config config, MeterRegistry meters, World world) {
    this.config = config;
    this.meters = meters;
    this.world = world;
  }

  /** Makes all of them at the start: a setting that makes no sense stops it, and metrics are there from the beginning. */
  static void make(@Observes StartupEvent started, @Any Instance<HttpGuard> guards) {
    guards.forEach(guard -> LOG.debugf("made guard=%s", guard.name()));
  }

  /**
   * A guard that nothing else depends on.
   *
   * @param name as breakers, metrics and logs call it
   * @param prefix what its settings begin with, such as {@code tradewind.provider}; see {@link GuardOptions}
   * @param answers tells failures that are answers, such as refusals: they say nothing against the dependency
   * @throws IllegalArgumentException naming the setting that makes no sense
   */
  public HttpGuard guard(String name, String prefix, Predicate<Throwable> answers) {
    return guard(name, GuardOptions.read(config, prefix), answers, state -> { });
  }

  /**
   * A guard that says when messages wait.
   *
   * @param waiting where they do while the breaker is open
   */
  public HttpGuard guard(String name, String prefix, Predicate<Throwable> answers, WaitingRoom waiting) {
    return guard(name, GuardOptions.read(config, prefix), answers, state -> {
      switch (state) {
        case OPEN -> waiting.away();
        case CLOSED -> waiting.back();
        case HALF_OPEN -> { }
      }
    });
  }

  HttpGuard guard(String name, GuardOptions options, Predicate<Throwable> answers, Consumer<CircuitBreakerState> listener) {
    var counted = new GuardMeters(name, meters);
    var guard = Guard.create()
        .withDescription(name)
        .withTimeout().duration(options.timeout().toMillis(), ChronoUnit.MILLIS).done()
        .withBulkhead().limit(options.callsAtOnce()).queueSize(SHORTEST_QUEUE).done()
        .withCircuitBreaker()
            .name(name)
            .requestVolumeThreshold(options.breaker().windowCalls())
            .failureRatio(options.breaker().failureRatio())
            .delay(options.breaker().open().toMillis(), ChronoUnit.MILLIS)
            .successThreshold(options.breaker().trialCalls())
            // A refusal is an answer, and a full bulkhead says nothing about the dependency.
            .when(failure -> !answers.test(failure) && !(failure instanceof BulkheadException))
            .onStateChange(state -> {
              LOG.infof("breaker-changed guard=%s state=%s", name, state);
              counted.changed(state);
              listener.accept(state);
            })
            .done()
        .build();
    var retry = options.retry();
    var retries = new Retries(
        retry.attempts(),
        failure -> Outcome.of(failure, answers).isWorthARetry(),
        new BackOff(retry.firstPause(), retry.longestPause(), world.chance()),
        new RetryBudget(retry.budgetPercent(), retry.budgetPerSecond(), world.nanos()),
        world.pause(),
        counted);
    return new HttpGuard(name, guard, answers, retries, counted);
  }
}
