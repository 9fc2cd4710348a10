package dev.tradewind.chaos.outage;

import dev.tradewind.chaos.Rig;
import dev.tradewind.chaos.collect.Collected;
import dev.tradewind.chaos.collect.Settled;
import dev.tradewind.chaos.load.Demand;
import dev.tradewind.chaos.load.Mix;
import dev.tradewind.chaos.load.Shop;
import dev.tradewind.chaos.outage.Results.Phase;
import dev.tradewind.chaos.proxy.Proxy;
import dev.tradewind.chaos.proxy.Rates;
import dev.tradewind.chaos.recovery.Journeys;
import dev.tradewind.checker.Checker;
import dev.tradewind.launcher.platform.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run: how much the platform can do, then more than that, and in the middle the payment provider is away. */
final class Drill {

  private static final long SEED = 1;
  private static final Duration TO_REST = Duration.ofMinutes(10);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Plan plan;
  private final Path directory;
  private final Consumer<String> progress;
  private final Journeys journeys = new Journeys(InstantSource.system());
  private final List<Demand.Heard> heard = new ArrayList<>();

  /**
   * @param directory keeps everything of the run
   * @param progress is told what happens, a line each
   */
  Drill(Plan plan, Path directory, Consumer<String> progress) {
    this.plan = plan;
    this.directory = directory;
    this.progress = progress;
  }

  /** Results, and what they were drawn from. */
  record Outcome(Results results, Collected collected) {}

  Outcome run() throws InterruptedException {
    Machine machine = Machine.now();
    Proxy.Options noFaults = new Proxy.Options(SEED, Rates.none(), Proxy.Options.HOT_KEY_UNITS);
    try (Rig rig = Rig.start(directory, Rig.allServices(), noFaults, journeys, progress);
        Shop shop = new Shop(rig.platform().url("orders"), rig.platform().url("inventory"));
        Provider provider = new Provider(rig.platform().url(Topology.PARTNERS))) {
      shop.receive(Mix.stock());
      Demand demand = new Demand(shop, Mix.calm(SEED));
      double capacity = new Capacity(demand, journeys, progress).measure(plan.warmUp(), plan.probe());
      rig.stillness().await(TO_REST, this::tell);
      Calls callsBefore = provider.calls();
      Course course = overload(demand, provider, capacity * plan.overload());
      progress.accept("nobody asks any more; waiting until nothing moves");
      Settled settled = rig.stillness().await(TO_REST, this::tell);
      Calls calls = provider.calls().since(callsBefore);
      progress.accept("reading everything back");
      Collected collected = rig.collector().collect(demand.requests(), Mix.stock(), rig.proxy().traffic());
      List<String> failures = rig.proxy().mistakes().stream().map(mistake -> "the proxy itself made a mistake: " + mistake).toList();
      return new Outcome(Results.of(plan, machine, capacity, course, new Throughput(journeys.ends()), phases(), calls, settled,
          collected.dead().size(), failures, Checker.check(collected.evidence())), collected);
    }
  }

  /** Comes back when everybody was answered. */
  private Course overload(Demand demand, Provider provider, double rate) throws InterruptedException {
    Duration length = plan.before().plus(plan.outage()).plus(plan.after());
    progress.accept("overload: %.1f orders a second for %d s".formatted(rate, length.toSeconds()));
    heard.add(demand.heard());
    Instant began = Instant.now();
    Thread customers = Thread.ofVirtual().start(() -> ask(demand, rate, length));
    until(demand, began.plus(plan.before()));
    heard.add(demand.heard());
    Instant away = Instant.now();
    Duration share = plan.outage().dividedBy(plan.mode().inTurn().size());
    for (int turn = 0; turn < plan.mode().inTurn().size(); turn++) {
      progress.accept("the provider is away: " + plan.mode().inTurn().get(turn));
      provider.away(plan.mode().inTurn().get(turn), plan.outage().multipliedBy(2));
      until(demand, away.plus(share.multipliedBy(turn + 1L)));
    }
    provider.back();
    Instant back = Instant.now();
    heard.add(demand.heard());
    progress.accept("the provider is back");
    until(demand, began.plus(length));
    Instant ended = Instant.now();
    customers.join();
    heard.add(demand.heard());
    return new Course(began, away, back, ended, rate);
  }

  private static void ask(Demand demand, double rate, Duration length) {
    try {
      demand.run(rate, length);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void until(Demand demand, Instant moment) throws InterruptedException {
    for (Instant now = Instant.now(); now.isBefore(moment); now = Instant.now()) {
      Duration left = Duration.between(now, moment);
      TimeUnit.NANOSECONDS.sleep(Math.min(left.toNanos(), BETWEEN_LINES.toNanos()));
      Demand.Heard far = demand.heard().since(heard.getFirst());
      progress.accept("  %,d asked, %,d accepted, %,d told to come again; %,d orders ended in all".formatted(
          far.asked(), far.accepted(), far.toldWhen() + far.turnedAway(), journeys.ended()));
    }
  }

  private List<Phase> phases() {
    return List.of(new Phase("before", heard.get(1).since(heard.get(0))), new Phase("away", heard.get(2).since(heard.get(1))),
        new Phase("after", heard.get(3).since(heard.get(2))));
  }

  private void tell(Settled left) {
    if (left.took().toSeconds() % BETWEEN_LINES.toSeconds() == 0) {
      progress.accept("  %,d messages in queues, %s orders open".formatted(
          left.messages(), left.openOrders().isPresent() ? Long.toString(left.openOrders().getAsLong()) : "some"));
    }
  }
}
