package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jboss.logging.Logger;

/**
 * Makes this instance found, from when it is ready until it stops. It registers again and again, each time with a newer heartbeat, so that it
 * is no longer called when it was killed. A registry that fails is told again later, for as long as it takes; nothing here stops the service.
 */
public final class Registration {

  private static final Logger LOG = Logger.getLogger("tradewind.cloud-map");

  private final Registrar registrar;
  private final Self self;
  private final RegistrationSettings settings;
  private final RegistrationObserver observer;
  private final InstantSource clock;
  private final ScheduledExecutorService scheduler;
  private final Backoff backoff;
  private Stage stage = Stage.NEW;
  private Uni<Void> underWay = Uni.createFrom().voidItem();
  private Optional<Future<?>> next = Optional.empty();
  private int failures;
  private boolean registered;

  private enum Stage { NEW, BEATING, STOPPED }

  public Registration(Registrar registrar, Self self, RegistrationSettings settings, RegistrationObserver observer) {
    this(registrar, self, settings, observer, InstantSource.system(), Infrastructure.getDefaultWorkerPool(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  Registration(Registrar registrar, Self self, RegistrationSettings settings, RegistrationObserver observer, InstantSource clock,
      ScheduledExecutorService scheduler, DoubleSupplier chance) {
    this.registrar = Check.notNull(registrar, "registrar");
    this.self = Check.notNull(self, "self");
    this.settings = Check.notNull(settings, "settings");
    this.observer = Check.notNull(observer, "observer");
    this.clock = clock;
    this.scheduler = scheduler;
    this.backoff = new Backoff(settings.firstPause(), settings.heartbeat(), chance);
  }

  /** Begins to register, once the instance can be called. Returns at once; does nothing the second time. */
  public void start() {
    synchronized (this) {
      if (stage != Stage.NEW) {
        return;
      }
      stage = Stage.BEATING;
    }
    beat();
  }

  /** Whether the registry took the last heartbeat. */
  public synchronized boolean isRegistered() {
    return registered && stage == Stage.BEATING;
  }

  /**
   * Deregisters, and is done when callers have had time to look again: then the instance may stop. Never fails: when the registry does not
   * hear it, callers miss the heartbeat instead.
   */
  public Uni<Void> stop() {
    return Uni.createFrom().deferred(this::halt);
  }

  private synchronized Uni<Void> halt() {
    next.ifPresent(beat -> beat.cancel(false));
    if (stage == Stage.BEATING) {
      // A heartbeat that is under way would register again what was deregistered before it.
      underWay = underWay.chain(() -> deregister(1)).memoize().indefinitely();
    }
    stage = Stage.STOPPED;
    return underWay;
  }

  private void beat() {
    var attempt = Uni.createFrom().deferred(() -> registrar.register(self.at(clock.instant()))).runSubscriptionOn(scheduler)
        .ifNoItem().after(settings.timeout()).on(scheduler).fail()
        .invoke(this::beaten)
        .onFailure().invoke(this::missed)
        .onFailure().recoverWithNull().replaceWithVoid()
        .memoize().indefinitely();
    synchronized (this) {
      if (stage == Stage.STOPPED) {
        return;
      }
      underWay = attempt;
    }
    attempt.subscribe().with(done -> scheduleNext());
  }

  private synchronized void scheduleNext() {
    if (stage == Stage.BEATING) {
      var pause = failures == 0 ? settings.heartbeat() : backoff.after(failures);
      next = Optional.of(scheduler.schedule(this::beat, pause.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private void beaten() {
    synchronized (this) {
      if (!registered) {
        LOG.infof("instance-registered instance=%s address=%s:%d", self.id(), self.host(), self.port());
      }
      registered = true;
      failures = 0;
    }
    observer.beaten();
  }

  private void missed(Throwable failure) {
    synchronized (this) {
      if (failures == 0) {
        LOG.warnf("instance-not-registered instance=%s reason=%s: tried again until it is", self.id(), failure);
      }
      registered = false;
      failures++;
    }
    observer.missed(failure);
  }

  private Uni<Void> deregister(int attempts) {
    return Uni.createFrom().deferred(() -> registrar.deregister(self.id())).runSubscriptionOn(scheduler)
        .ifNoItem().after(settings.timeout()).on(scheduler).fail()
        .onItemOrFailure().transformToUni((done, failure) -> failure == null ? drain() : deregisterAgain(attempts, failure));
  }

  private Uni<Void> drain() {
    LOG.infof("instance-deregistered instance=%s drain=%s", self.id(), settings.drain());
    return settings.drain().isZero() ? Uni.createFrom().voidItem()
        : Uni.createFrom().voidItem().onItem().delayIt().onExecutor(scheduler).by(settings.drain());
  }

  private Uni<Void> deregisterAgain(int attempts, Throwable failure) {
    if (attempts == settings.farewells()) {
      LOG.warnf("instance-not-deregistered instance=%s attempts=%d reason=%s: callers will miss its heartbeat", self.id(), attempts, failure);
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom().voidItem().onItem().delayIt().onExecutor(scheduler).by(backoff.after(attempts)).chain(() -> deregister(attempts + 1));
  }
}
