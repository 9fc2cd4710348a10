package dev.tradewind.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.bench.Results.Probe;
import dev.tradewind.bench.Results.ProcessShare;
import dev.tradewind.bench.Results.Sustained;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of the bench: warm up, steady load, then the most it can do, and a look whether all of it was right. */
final class Run {

  private static final long SEED = 20_260_101;
  private static final List<Integer> IN_FLIGHT = List.of(8, 16, 32, 64, 128);
  private static final int WARM_UP_IN_FLIGHT = 16;
  // More in flight must bring this much more, or it only makes everyone wait longer.
  private static final double WORTH_IT = 1.03;
  private static final Duration TO_THE_END = Duration.ofSeconds(180);

  private final Settings settings;
  private final Consumer<String> progress;
  private final OrderMix mix = new OrderMix(SEED);
  private final Journeys journeys = new Journeys();
  private final List<Probe> probes = new ArrayList<>();

  /** @param progress is told what happens, a line each */
  Run(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** @throws BenchException when the figures would be worth nothing: an order was lost, charged twice or not served in time */
  Results run() throws InterruptedException {
    try (Rig rig = new Rig(progress)) {
      rig.start();
      try (Milestones milestones = new Milestones(rig.platform().endpoint(), journeys::reached)) {
        progress.accept("warming up for %d s".formatted(settings.warmUp().toSeconds()));
        load(rig, WARM_UP_IN_FLIGHT, settings.warmUp());
        journeys.awaitDelivered(journeys.confirmed(), TO_THE_END);
        progress.accept("steady: %d orders a second for %d s".formatted(settings.rate(), settings.window().toSeconds()));
        SteadyLoad.Outcome steady = new SteadyLoad(rig, mix, journeys).run(settings.rate(), settings.window());
        return full(rig, best(rig), steady);
      }
    }
  }

  private int best(Rig rig) throws InterruptedException {
    Probe best = new Probe(0, 0);
    for (int inFlight : IN_FLIGHT) {
      Probe probe = new Probe(inFlight, rounded(load(rig, inFlight, settings.probe())));
      probes.add(probe);
      progress.accept("full: %d in flight gives %.1f orders/s".formatted(inFlight, probe.confirmedPerSecond()));
      if (probe.confirmedPerSecond() < best.confirmedPerSecond() * WORTH_IT) {
        break;
      }
      best = probe;
    }
    return best.inFlight();
  }

  /** Confirmed orders a second. */
  private double load(Rig rig, int inFlight, Duration time) throws InterruptedException {
    try (FullLoad load = new FullLoad(rig, mix, journeys, inFlight)) {
      Instant from = Instant.now();
      long before = journeys.confirmed();
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
      double rate = (journeys.confirmed() - before) / seconds(Duration.between(from, Instant.now()));
      load.finish();
      return rate;
    }
  }

  private Results full(Rig rig, int inFlight, SteadyLoad.Outcome steady) throws InterruptedException {
    progress.accept("full: %d in flight for %d s".formatted(inFlight, settings.window().toSeconds()));
    try (FullLoad load = new FullLoad(rig, mix, journeys, inFlight)) {
      TimeUnit.NANOSECONDS.sleep(settings.probe().toNanos());
      load.begin();
      Usage before = Usage.now(rig);
      long confirmedBefore = journeys.confirmed();
      long deliveredBefore = journeys.delivered();
      TimeUnit.NANOSECONDS.sleep(settings.window().toNanos());
      long confirmed = journeys.confirmed() - confirmedBefore;
      long delivered = journeys.delivered() - deliveredBefore;
      Usage after = Usage.now(rig);
      Duration took = Duration.between(before.at(), after.at());
      Usage used = after.since(before);
      Sustained sustained = new Sustained(inFlight, rounded(seconds(took)), rounded(confirmed / seconds(took)), rounded(delivered / seconds(took)),
          load.accept(), load.confirmed(), List.copyOf(probes));
      load.finish();
      verify(rig);
      return new Results(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Commit.of(rig.root()), settings.command(), Machine.here(), steady,
          sustained, Cost.of(used, confirmed), shares(used, confirmed, took), journeys.confirmed());
    }
  }

  /** Fast and wrong is not fast. */
  private void verify(Rig rig) throws InterruptedException {
    progress.accept("waiting for the last deliveries, then comparing with the provider's ledger");
    journeys.awaitDelivered(journeys.confirmed(), TO_THE_END);
    JsonNode ledger = rig.ledger();
    long captured = ledger.at("/counts/captured").asLong();
    if (captured != journeys.confirmed() || !ledger.at("/anomalies/moreThanOneCapture").isEmpty()) {
      throw new BenchException("%d orders were confirmed, and the provider captured %d times; captured more than once: %s".formatted(
          journeys.confirmed(), captured, ledger.at("/anomalies/moreThanOneCapture")));
    }
  }

  private static List<ProcessShare> shares(Usage used, long orders, Duration took) {
    double all = seconds(took) * Runtime.getRuntime().availableProcessors();
    return used.cpu().entrySet().stream().map(entry -> new ProcessShare(entry.getKey(),
        used.residentBytes().getOrDefault(entry.getKey(), 0L) >> 20,
        rounded(seconds(entry.getValue()) * 1_000 / orders),
        Math.round(seconds(entry.getValue()) / all * 1_000) / 1_000.0)).toList();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
