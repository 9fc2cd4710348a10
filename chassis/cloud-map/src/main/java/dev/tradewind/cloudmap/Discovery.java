package dev.tradewind.cloudmap;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The instances of a service that can be called now. What is known is given at once and renewed behind the callers' backs; when the registry
 * fails, what was known last is given for as long as it takes. A caller waits, at most the timeout, only when nothing is known yet, or when
 * nobody has asked for so long that what is known may be of yesterday.
 */
public final class Discovery {

  /**
   * @param known empty before the first answer
   * @param triedAt when the registry was asked last
   * @param current whether callers may have what is known without waiting
   * @param failure why the last question got no answer
   */
  private record State(Optional<List<Instance>> known, Instant triedAt, boolean current, Optional<Throwable> failure) {}

  private final ServiceName service;
  private final DiscoverySettings settings;
  private final InstantSource clock;
  private final ScheduledExecutorService scheduler;
  private final DiscoveryObserver observer;
  private final RevisionFirst registry;
  private final Answers answers;
  private final Outage outage;
  private final Failing failing;
  private final Nearby nearby;
  private final SingleFlight<List<Instance>> looks = new SingleFlight<>();
  private volatile State state = new State(Optional.empty(), Instant.MIN, false, Optional.empty());

  public Discovery(Directory directory, ServiceName service, DiscoverySettings settings, DiscoveryObserver observer) {
    this(directory, service, settings, observer, new SteadyClock(), Infrastructure.getDefaultWorkerPool());
  }

  Discovery(Directory directory, ServiceName service, DiscoverySettings settings, DiscoveryObserver observer, InstantSource clock,
      ScheduledExecutorService scheduler) {
    this.service = Check.notNull(service, "service");
    this.settings = Check.notNull(settings, "settings");
    this.observer = Check.notNull(observer, "observer");
    this.clock = clock;
    this.scheduler = scheduler;
    this.registry = new RevisionFirst(Check.notNull(directory, "directory"), service, settings.longestAge(), clock);
    this.answers = new Answers(service, settings, clock, observer);
    this.outage = new Outage(service, clock);
    this.failing = new Failing(settings.avoidFor(), clock);
    this.nearby = new Nearby(settings.zone(), settings.enoughInZone());
  }

  /**
   * Those to call: never empty, unless the registry says so and is believed.
   *
   * @return fails with {@link UnknownServiceException} when the registry never answered so far and does not now
   */
  public Uni<List<Instance>> instances() {
    return Uni.createFrom().deferred(this::known).map(failing::without).map(nearby::prefer);
  }

  /** Says that nobody was found at an instance, so that it is avoided for a while, unless it is the only one. */
  public void unreachable(Instance instance) {
    failing.report(instance);
    observer.avoided(service, instance);
  }

  private Uni<List<Instance>> known() {
    var now = state;
    var waits = !now.current() || quietSince(now);
    if (waits) {
      return looks.join(this::look);
    }
    if (due(now)) {
      looks.join(this::look).subscribe().with(found -> { }, failure -> { });
    }
    return Uni.createFrom().item(now.known().orElseThrow());
  }

  private Uni<List<Instance>> look() {
    var before = state;
    if (!due(before)) {
      return lastKnown(before);
    }
    var quiet = quietSince(before);
    if (quiet) {
      answers.forget();
    }
    state = new State(before.known(), clock.instant(), before.current() && !quiet, before.failure());
    // Beginning a call may block too, as when the SDK fetches credentials: no caller's thread is lent for that.
    return Uni.createFrom().deferred(registry::look).runSubscriptionOn(scheduler)
        .ifNoItem().after(settings.timeout()).on(scheduler).fail()
        .map(listing -> learn(listing, before.known().orElse(List.of())))
        .onFailure().recoverWithUni(failure -> lastKnown(miss(failure)));
  }

  private List<Instance> learn(Listing listing, List<Instance> known) {
    var instances = answers.weigh(listing.entries(), known);
    state = new State(Optional.of(instances), state.triedAt(), true, Optional.empty());
    outage.answered();
    observer.found(service, instances.size());
    return instances;
  }

  private State miss(Throwable failure) {
    var before = state;
    state = new State(before.known(), before.triedAt(), before.known().isPresent(), Optional.of(failure));
    answers.interrupted();
    outage.failed(failure, before.known().map(List::size).orElse(0));
    observer.failed(service, failure);
    return state;
  }

  private Uni<List<Instance>> lastKnown(State now) {
    return now.known().map(instances -> Uni.createFrom().item(instances)).orElseGet(() -> Uni.createFrom()
        .failure(() -> new UnknownServiceException(service, now.failure().orElseGet(() -> new IllegalStateException("it was not asked")))));
  }

  /** While nothing is known, callers are many and a registry that fails must not have all of them: it is asked once in a timeout. */
  private boolean due(State now) {
    return passed(now.triedAt(), now.known().isPresent() ? settings.refreshPeriod() : settings.timeout());
  }

  /** As long as it takes to know nothing of the heartbeats any more. */
  private boolean quietSince(State now) {
    return passed(now.triedAt(), settings.silentAfter());
  }

  private boolean passed(Instant since, Duration time) {
    return !clock.instant().isBefore(since.plus(time));
  }
}
