package dev.tradewind.bench;

import dev.tradewind.bench.Results.Measured;
import dev.tradewind.bench.Results.Probe;
import dev.tradewind.bench.Results.ProcessShare;
import dev.tradewind.bench.Results.Sustained;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of one contender: warm up, steady load at each rate, then the most it can do, and a look whether all of it was right. */
final class Trial {

  private static final long SEED = 20_260_101;
  private static final List<Integer> IN_FLIGHT = List.of(8, 16, 32, 64, 128);
  // More in flight must bring this much more, or it only makes everyone wait longer.
  private static final double WORTH_IT = 1.03;
  private static final Duration TO_THE_END = Duration.ofSeconds(180);

  private final Contender contender;
  private final Settings settings;
  private final Consumer<String> progress;
  private final OrderMix mix = new OrderMix(SEED);
  private final Journeys journeys = new Journeys();
  private final List<Probe> probes = new ArrayList<>();

  /** @param progress is told what happens, a line each */
  Trial(Contender contender, Settings settings, Consumer<String> progress) {
    this.contender = contender;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * @param run 1 for the first
   * @param inFlight how many orders at once bring the most, when that is known already
   * @throws BenchException when the figures would be worth nothing: an order was lost, charged twice or not served in time
   */
  Measured run(int run, OptionalInt inFlight) throws InterruptedException {
    try (Rig rig = new Rig(contender, progress)) {
      rig.start();
      try (Milestones milestones = new Milestones(contender, rig.platform().endpoint(), journeys::reached)) {
        new WarmUp(rig, mix, journeys, progress).run(settings.warmUp(), settings.warmUpOrders());
        List<SteadyLoad.Outcome> steady = steady(rig);
        return full(rig, run, inFlight.isPresent() ? inFlight.getAsInt() : best(rig), steady);
      }
    }
  }

  private List<SteadyLoad.Outcome> steady(Rig rig) throws InterruptedException {
    List<SteadyLoad.Outcome> outcomes = new ArrayList<>();
    for (int rate : settings.rates()) {
      journeys.awaitDelivered(journeys.confirmed(), TO_THE_END);
      SteadyLoad.Outcome outcome = new SteadyLoad(rig, mix, journeys).run(rate, settings.window());
      outcomes.add(outcome);
      progress.accept("steady: %d orders/s for %d s: accepted %.0f / %.0f ms, CONFIRMED %.0f / %.0f ms, %d open at the end".formatted(rate,
          settings.window().toSeconds(), outcome.accept().p50(), outcome.accept().p99(), outcome.confirmed().p50(), outcome.confirmed().p99(),
          outcome.open()));
      if (!outcome.keptUp()) {
        break;
      }
    }
    return outcomes;
  }

  private int best(Rig rig) throws InterruptedException {
    if (settings.quick()) {
      return WarmUp.IN_FLIGHT;
    }
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

  private Measured full(Rig rig, int run, int inFlight, List<SteadyLoad.Outcome> steady) throws InterruptedException {
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
      Usage used = TransactionUnits.byRule(after.since(before), confirmed, mix.linesPerOrder());
      Sustained sustained = new Sustained(inFlight, rounded(seconds(took)), rounded(confirmed / seconds(took)), rounded(delivered / seconds(took)),
          load.accept(), load.confirmed(), List.copyOf(probes));
      progress.accept("full: %d in flight for %d s: %.1f orders/s".formatted(inFlight, settings.window().toSeconds(), sustained.confirmedPerSecond()));
      load.finish();
      Correctness.require(rig, journeys, TO_THE_END);
      return new Measured(contender, run, steady, sustained, Cost.of(used, confirmed), ProcessShare.of(used, confirmed, took), journeys.confirmed());
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
