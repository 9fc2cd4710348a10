package dev.tradewind.chaos;

import dev.tradewind.chaos.collect.Collected;
import dev.tradewind.chaos.collect.Settled;
import dev.tradewind.chaos.load.Crowd;
import dev.tradewind.chaos.load.Mix;
import dev.tradewind.chaos.load.Shop;
import dev.tradewind.chaos.proxy.Counts;
import dev.tradewind.chaos.proxy.Proxy;
import dev.tradewind.chaos.proxy.Rates;
import dev.tradewind.chaos.recovery.Away.Why;
import dev.tradewind.chaos.recovery.Journeys;
import dev.tradewind.chaos.recovery.Recovery;
import dev.tradewind.chaos.strike.Killer;
import dev.tradewind.chaos.strike.Schedule;
import dev.tradewind.chaos.strike.Strike;
import dev.tradewind.checker.Checker;
import dev.tradewind.launcher.platform.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run: orders, then orders and everything that can go wrong, then peace, then the question whether all was right. */
final class Campaign {

  private static final Duration TO_REST = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Settings settings;
  private final Path directory;
  private final Consumer<String> progress;
  private final Journeys journeys = new Journeys(InstantSource.system());

  /**
   * @param directory keeps everything of the run
   * @param progress is told what happens, a line each
   */
  Campaign(Settings settings, Path directory, Consumer<String> progress) {
    this.settings = settings;
    this.directory = directory;
    this.progress = progress;
  }

  /** Results, and what they were drawn from. */
  record Outcome(Results results, Collected collected) {}

  Outcome run() throws InterruptedException {
    Proxy.Options misbehaviour = new Proxy.Options(settings.seed(), Rates.badDay(), Proxy.Options.HOT_KEY_UNITS);
    try (Rig rig = Rig.start(directory, Rig.allServices(), misbehaviour, journeys, progress);
        Shop shop = new Shop(rig.platform().url("orders"), rig.platform().url("inventory"))) {
      shop.receive(Mix.stock());
      Crowd crowd = new Crowd(shop, new Mix(settings.seed()));
      progress.accept("warming up for %d s".formatted(settings.warmUp().toSeconds()));
      crowd.run(settings.rate(), settings.warmUp());
      return storm(rig, crowd);
    }
  }

  private Outcome storm(Rig rig, Crowd crowd) throws InterruptedException {
    Counts.Snapshot before = rig.proxy().counts();
    int earlier = crowd.accepted().size();
    Killer killer = Killer.of(rig.processes());
    List<Strike> schedule = Schedule.of(settings.seed(), settings.length(), settings.pace(), settings.victims(), Topology.LOCAL_CLOUD);
    progress.accept("chaos for %d s: %d strikes, %.1f orders a second; again with: %s".formatted(
        settings.length().toSeconds(), schedule.size(), settings.rate(), settings.command()));
    rig.proxy().faults(true);
    Instant peace = rage(rig, crowd, killer, schedule);
    progress.accept("faults are off and all processes are back; waiting until nothing moves");
    Settled settled = rig.stillness().await(TO_REST, this::tell);
    Counts.Snapshot counts = rig.proxy().counts().since(before);
    progress.accept("reading everything back");
    Collected collected = rig.collector().collect(crowd.requests(), Mix.stock(), rig.proxy().traffic());
    Duration lastEnd = journeys.lastEnd().filter(end -> end.isAfter(peace)).map(end -> Duration.between(peace, end)).orElse(Duration.ZERO);
    List<String> failures = new ArrayList<>(killer.failures());
    rig.proxy().mistakes().forEach(mistake -> failures.add("the proxy itself made a mistake: " + mistake));
    Results results = new Results(settings, crowd.accepted().size(), crowd.requests().size(), crowd.regretted(), counts,
        crowd.accepted().size() - earlier, killer.aways(), failures, Recovery.of(journeys.all(), killer.aways()), lastEnd, settled,
        collected.dead().size(), Checker.check(collected.evidence()));
    return new Outcome(results, collected);
  }

  /** Returns when the time is over, everything is back and every customer is answered; tells since when there is peace. */
  private Instant rage(Rig rig, Crowd crowd, Killer killer, List<Strike> schedule) throws InterruptedException {
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> strikes = both.submit(() -> {
        killer.run(schedule, settings.length());
        return killer;
      });
      Future<?> customers = both.submit(() -> {
        crowd.run(settings.rate(), settings.length());
        return crowd;
      });
      long end = System.nanoTime() + settings.length().toNanos();
      while (System.nanoTime() < end) {
        TimeUnit.NANOSECONDS.sleep(Math.min(BETWEEN_LINES.toNanos(), end - System.nanoTime()));
        progress.accept(line(rig, crowd, killer, Duration.ofNanos(end - System.nanoTime())));
      }
      join(strikes);
      rig.proxy().faults(false);
      Instant peace = Instant.now();
      join(customers);
      return peace;
    }
  }

  private void tell(Settled left) {
    if (left.took().toSeconds() % BETWEEN_LINES.toSeconds() == 0) {
      progress.accept("  %d messages in queues, %s orders open".formatted(
          left.messages(), left.openOrders().isPresent() ? Long.toString(left.openOrders().getAsLong()) : "some"));
    }
  }

  private String line(Rig rig, Crowd crowd, Killer killer, Duration left) {
    return "%4d s left: %,d orders placed, %,d accepted, %,d ended; %,d requests, %,d faults, %d kills, %d stops, %d restarts".formatted(
        Math.max(0, left.toSeconds()), crowd.came(), crowd.accepted().size(), journeys.ended(), rig.proxy().counts().allRequests(),
        rig.proxy().counts().allFaults(), killer.count(Why.KILLED), killer.count(Why.STOPPED), killer.count(Why.RESTARTED));
  }

  private static void join(Future<?> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException bug) {
      throw new IllegalStateException("the run broke off: " + bug.getCause().getMessage(), bug.getCause());
    }
  }
}
