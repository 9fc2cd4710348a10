package dev.tradewind.simulator.world;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One process of a service, from its start to its end. What it had in memory and under way ends with it. */
public final class Instance implements InstantSource {

  /** SQS shows a message again when nobody asked for more time for so long; a living process asks every third of it. */
  private static final long VISIBILITY = 10_000;

  private final World world;
  private final Fleet fleet;
  private final int number;
  private final int release;
  private final String name;
  private final long skew;
  private final Process process;
  private final ArrayList<InFlight> inFlight = new ArrayList<>();
  private boolean alive = true;
  private long pausedUntil;

  Instance(World world, Fleet fleet, int number, int life, int release) {
    this.world = world;
    this.fleet = fleet;
    this.number = number;
    this.release = release;
    this.name = fleet.service().name() + "-" + number + "." + life;
    this.skew = world.fate().strikes(Fault.CLOCK_SKEW) ? world.fate().between(-60_000, 60_000) : 0;
    var service = fleet.service();
    this.process = world.plan().sabotage().on(service.name(), service.start(world.ports(this, service.name())));
  }

  public String name() {
    return name;
  }

  /** Which version of the software it runs, 1 for the first. */
  public int release() {
    return release;
  }

  public Process process() {
    return process;
  }

  int number() {
    return number;
  }

  boolean isAlive() {
    return alive;
  }

  boolean isAwake() {
    return alive && pausedUntil <= world.agenda().now();
  }

  long pausedUntil() {
    return pausedUntil;
  }

  @Override
  public Instant instant() {
    return world.instant(world.isCalm() ? 0 : skew);
  }

  /** Tells whoever asked in it, now or when it goes on; never when it is dead. */
  <T> void hear(T answer, Answer<T> asker) {
    if (isAwake()) {
      asker.came(answer);
    } else if (alive) {
      world.agenda().at(pausedUntil, () -> hear(answer, asker));
    }
  }

  void began(InFlight work) {
    inFlight.add(work);
  }

  void ended(InFlight work) {
    for (int i = inFlight.size() - 1; i >= 0; i--) {
      if (inFlight.get(i) == work) {
        var last = inFlight.removeLast();
        if (i < inFlight.size()) {
          inFlight.set(i, last);
        }
        return;
      }
    }
  }

  void crash() {
    world.tell(name, "dies");
    stop();
    fleet.restart(this, release, world.fate().between(100, 8_000));
  }

  /** Ends it for good; the fleet decides what comes in its place. */
  void stop() {
    alive = false;
    abandon();
  }

  void fallAsleep() {
    long length = world.fate().between(500, 40_000);
    pausedUntil = world.agenda().now() + length;
    world.tell(name, "stands still for " + length + " ms");
    long patience = world.fate().between(VISIBILITY * 2 / 3, VISIBILITY);
    if (length > patience) {
      world.agenda().after(patience, this::abandon);
    }
  }

  private void abandon() {
    var all = List.copyOf(inFlight);
    inFlight.clear();
    all.forEach(InFlight::abandoned);
  }
}
