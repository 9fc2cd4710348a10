package dev.tradewind.simulator.world;

import dev.tradewind.checker.Finding;
import dev.tradewind.core.Message;
import dev.tradewind.simulator.world.Effects.Kind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One bounded run of the whole platform: all that is simulated, and what its parts ask of it. How it goes on is its {@link Course}. */
public final class World {

  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private final Plan plan;
  private final Timeline timeline;
  private final People people;
  private final Agenda agenda = new Agenda();
  private final Weather weather;
  private final Map<String, Fleet> fleets = new LinkedHashMap<>();
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final LogBook log = new LogBook();
  private final Shelves shelves = new Shelves();
  private final Provider provider = new Provider();
  private final CarrierBook carrier = new CarrierBook();
  private final long[] awayUntil = new long[Kind.values().length];
  private final List<String> oddities = new ArrayList<>();
  private final Readers readers;
  private final Cloud cloud;
  private long odd;
  private boolean calm;
  private boolean repeating;

  public World(Plan plan, List<SimulatedService> services, People people, Timeline timeline) {
    this.plan = plan;
    this.people = people;
    this.timeline = timeline;
    this.weather = new Weather(plan.seed(), plan.rates());
    services.forEach(service -> {
      fleets.put(service.name(), new Fleet(this, service, plan.fleet()));
      tables.put(service.name(), new Table());
    });
    this.readers = new Readers(this);
    this.cloud = new Cloud(this, services);
  }

  /** Runs it to its end and lets the checker decide. */
  public Outcome run() {
    var witness = new Witness(tables, Optional.of(log), shelves, provider, carrier, cloud.routes(), Optional.of(readers));
    var verdict = new Course(this, people, weather, List.copyOf(fleets.values()), cloud, witness).run();
    return new Outcome(plan, verdict.plus(strange()), weather.strikes(), messages(), agenda.happened(), agenda.hash());
  }

  /** Sends a request to any instance of the service. Exactly one of the two is called, at once or much later. */
  public <T> void ask(String service, Function<Process, Uni<T>> request, Consumer<T> heard, Runnable unheard) {
    new Asking<>(this, service, request, heard, unheard).begin();
  }

  /** Reads from any instance of the service, at once. */
  public <T> void read(String service, Function<Process, Uni<T>> question, Consumer<T> heard) {
    fleets.get(service).anyone().ifPresent(instance -> question.apply(instance.process().api()).subscribe()
        .with(heard, failure -> tell(instance.name(), "cannot read: " + failure.getMessage())));
  }

  /** Puts a message of somebody outside into the queues of those who listen to it. */
  public void send(Message message) {
    cloud.send(message, 0);
  }

  /** The true time. */
  public Instant instant() {
    return instant(0);
  }

  public Plan plan() {
    return plan;
  }

  public Agenda agenda() {
    return agenda;
  }

  public Fate fate() {
    return weather;
  }

  /** Whether the faults have stopped. */
  public boolean isCalm() {
    return calm;
  }

  public boolean isWatched() {
    return timeline.isOpen();
  }

  public void tell(String who, String what) {
    if (timeline.isOpen()) {
      timeline.tell(agenda.now(), who, Words.shortened(what));
    }
  }

  /** The true time, off by so many milliseconds. */
  Instant instant(long skew) {
    return BEGINNING.plusMillis(agenda.now() + skew);
  }

  Fleet fleet(String service) {
    return fleets.get(service);
  }

  Ports ports(Instance instance, String service) {
    var effects = new Effects(this, instance);
    var wire = new Wire(this, fleets.get(service).service());
    var ports = new Ports(
        instance.release(),
        instance,
        new SimulatedJournal(this, wire, tables.get(service), effects),
        new SimulatedLog(this, wire, log, readers, effects),
        new SimulatedDispatcher(cloud, effects, instance),
        new SimulatedStock(this, shelves, effects),
        Optional.of(new SimulatedViews(readers.views(), effects)),
        new SimulatedPsp(provider, effects),
        new SimulatedCarrier(carrier, effects),
        time -> time.isPositive() ? effects.rest(time.toMillis()) : Uni.createFrom().voidItem(),
        most -> Duration.ofMillis(weather.between(0, most.toMillis())));
    return plan.sabotage().on(service, ports);
  }

  /** Whether the partner does not answer now; perhaps this is the moment it goes away. */
  boolean isAway(Kind partner) {
    if (weather.strikes(Fault.PARTNER_OUTAGE)) {
      awayUntil[partner.ordinal()] = agenda.now() + weather.between(1_000, 120_000);
      tell(partner.name(), "is away for a while");
    }
    return !calm && agenda.now() < awayUntil[partner.ordinal()];
  }

  void becomeCalm() {
    calm = true;
    weather.calm();
  }

  /** From now on everything comes again. */
  void repeat() {
    repeating = true;
  }

  boolean isUpgrading() {
    return plan.has(Fault.UPGRADE);
  }

  /** Whether a copy of it is delivered in this repetition anyway, so that one more would show nothing new. */
  boolean alreadyComesAgain(Letter letter) {
    return repeating && !plan.thorough() && letter.isRepeated();
  }

  void redriven(int messages) {
    weather.struck(Fault.REDRIVE, messages);
  }

  /** Something that no fault explains. It is put into words only as often as anybody reads it. */
  void odd(String format, Object... things) {
    if (++odd <= Finding.MOST_EXAMPLES) {
      oddities.add(format.formatted(things));
      tell("world", "ODD: " + oddities.getLast());
    }
  }

  private long messages() {
    long sum = 0;
    for (var queue : cloud.queues()) {
      sum += queue.size();
    }
    return sum;
  }

  private Finding strange() {
    return new Finding(10, "nothing happens that no fault explains", agenda.happened(), odd, oddities);
  }
}
