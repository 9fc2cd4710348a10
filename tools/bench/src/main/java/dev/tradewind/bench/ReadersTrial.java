package dev.tradewind.bench;

import dev.tradewind.bench.ReadersResults.Measured;
import dev.tradewind.bench.ReadersResults.Parts;
import dev.tradewind.bench.ReadersResults.Replayed;
import dev.tradewind.bench.Results.ProcessShare;
import dev.tradewind.launcher.platform.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run on the whole platform: warm up, how late readers are, what they cost, and how fast views are built anew. */
final class ReadersTrial {

  private static final long SEED = 20_260_101;
  private static final Duration TO_THE_END = Duration.ofSeconds(180);
  private static final Duration BEFORE_COUNTING = Duration.ofSeconds(3);
  private static final int EVENTS_OF_AN_ORDER = 4;

  private final ReadersSettings settings;
  private final Consumer<String> progress;
  private final OrderMix mix = new OrderMix(SEED);
  private final Journeys journeys = new Journeys();

  private record Lags(SteadyLoad.Outcome load, Latencies.Percentiles waited, Latencies.Percentiles heard, ArchivedCommits archived) {}

  private record Counted(Parts parts, List<ProcessShare> processes) {}

  /** @param progress is told what happens, a line each */
  ReadersTrial(ReadersSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** @throws BenchException when the figures would be worth nothing: something was lost, or came twice, or never */
  Measured run(int run) throws InterruptedException {
    try (Rig rig = new Rig(Contender.TRADEWIND, Topology.standard().withoutEdge(), progress)) {
      rig.start();
      try (Milestones milestones = new Milestones(Contender.TRADEWIND, rig.platform().endpoint(), journeys::reached);
          EventArchive archive = EventArchive.at(rig.platform().endpoint())) {
        new WarmUp(rig, mix, journeys, progress).run(settings.warmUp(), settings.warmUpOrders());
        Correctness.require(rig, journeys, TO_THE_END);
        Lags lags = lags(rig, archive);
        Counted counted = counted(rig);
        Correctness.require(rig, journeys, TO_THE_END);
        List<Replayed> replays = replays(rig, archive, lags.archived());
        return new Measured(run, settings.rate(), settings.window().toSeconds(), lags.load().keptUp(), lags.waited(), lags.heard(),
            lags.archived().lag(), lags.archived().sizes(), counted.parts(), counted.processes(), replays, journeys.confirmed());
      }
    }
  }

  private Lags lags(Rig rig, EventArchive archive) throws InterruptedException {
    new ArchiveProgress(rig).awaitAll(TO_THE_END);
    try (Followers followers = new Followers(rig.platform().url("queries"), settings.followEvery());
        ArchiveWatch watch = new ArchiveWatch(archive)) {
      SteadyLoad.Outcome load = new SteadyLoad(rig, mix, journeys, followers::placed).run(settings.rate(), settings.window());
      followers.finish();
      journeys.awaitDelivered(journeys.confirmed(), TO_THE_END);
      new ArchiveProgress(rig).awaitAll(TO_THE_END);
      watch.lookOnceMore();
      Lags lags = new Lags(load, followers.waited(), followers.heard(), watch.found());
      progress.accept(("%d orders/s for %d s: views waited for %.0f / %.0f ms, followed %.0f / %.0f ms; archive %.0f / %.0f ms "
          + "for %d commits").formatted(settings.rate(), settings.window().toSeconds(), lags.waited().p50(), lags.waited().p99(), lags.heard().p50(), lags.heard().p99(),
          lags.archived().lag().p50(), lags.archived().lag().p99(), lags.archived().lag().count()));
      return lags;
    }
  }

  /** Without followers: what clients read is theirs. */
  private Counted counted(Rig rig) throws InterruptedException {
    try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<SteadyLoad.Outcome> load = background.submit(
          () -> new SteadyLoad(rig, mix, journeys).run(settings.rate(), settings.window().plus(BEFORE_COUNTING.multipliedBy(2))));
      TimeUnit.NANOSECONDS.sleep(BEFORE_COUNTING.toNanos());
      Instant from = Instant.now();
      PartsOfCost before = PartsOfCost.now(rig, journeys);
      TimeUnit.NANOSECONDS.sleep(settings.window().toNanos());
      PartsOfCost used = PartsOfCost.now(rig, journeys).since(before);
      Duration took = Duration.between(from, Instant.now());
      load.get();
      Parts parts = used.perOrder(mix.linesPerOrder());
      progress.accept("a million orders: services %.2f $, log %.2f $, archive %.2f $, views %.2f $".formatted(parts.services().dollars() * 1e6,
          parts.log().dollars() * 1e6, parts.archive().dollars() * 1e6, parts.views().dollars() * 1e6));
      return new Counted(parts, used.shares(took));
    } catch (ExecutionException failed) {
      throw new BenchException("the load failed while costs were counted: " + failed.getCause().getMessage());
    }
  }

  private List<Replayed> replays(Rig rig, EventArchive archive, ArchivedCommits seen) throws InterruptedException {
    ArchiveFill fill = new ArchiveFill(archive, seen.stories());
    List<Replayed> replays = new ArrayList<>();
    for (int events : settings.events()) {
      long filled = fill.upTo(Math.max(0, (events + EVENTS_OF_AN_ORDER - 1) / EVENTS_OF_AN_ORDER - journeys.confirmed()));
      long commits = filled + new ArchiveProgress(rig).archived();
      Replayed replayed = new Replays(rig).run("tradewind-queries-" + events, commits);
      progress.accept("replay of %,d events among %,d commits: %.1f s, %,.0f events/s, %,d views written, %d MiB of heap".formatted(replayed.events(),
          commits, replayed.seconds(), replayed.eventsPerSecond(), replayed.written(), replayed.heapMiB()));
      if (replayed.events() < events) {
        throw new BenchException("the archive holds %d events of orders, and the replay read only %d".formatted(events, replayed.events()));
      }
      replays.add(replayed);
    }
    return replays;
  }
}
