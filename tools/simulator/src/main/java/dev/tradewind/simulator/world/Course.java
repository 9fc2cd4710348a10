package dev.tradewind.simulator.world;

import dev.tradewind.checker.Checker;
import dev.tradewind.checker.Evidence;
import dev.tradewind.checker.Verdict;
import java.time.Duration;
import java.util.List;

/** How a world goes on: trouble, then calm, and in some a year later everything once more. */
final class Course {

  private static final long TROUBLE_AFTER = 60_000;
  private static final long DAYS = Duration.ofDays(3).toMillis();
  private static final long A_YEAR = Duration.ofDays(365).toMillis();
  private static final long REPLAY_WITHIN = Duration.ofMinutes(10).toMillis();
  private static final int MOST_ROUNDS = 6;
  private static final int MOST_EVENTS_AN_ORDER = 2_000;
  private static final int OLD = 1;
  private static final int NEW = 2;

  private final World world;
  private final Plan plan;
  private final Agenda agenda;
  private final People people;
  private final Weather weather;
  private final List<Fleet> fleets;
  private final Cloud cloud;
  private final Witness witness;

  /** @param fleets that of orders first */
  Course(World world, People people, Weather weather, List<Fleet> fleets, Cloud cloud, Witness witness) {
    this.world = world;
    this.plan = world.plan();
    this.agenda = world.agenda();
    this.people = people;
    this.weather = weather;
    this.fleets = fleets;
    this.cloud = cloud;
    this.witness = witness;
  }

  /** What the checker says of it in the end. */
  Verdict run() {
    fleets.forEach(fleet -> fleet.begin(OLD));
    people.begin(world);
    if (world.isUpgrading()) {
      planUpgrade();
    }
    agenda.runUntil(plan.span() + agenda.now() + (plan.isCalm() ? 0 : TROUBLE_AFTER));
    calmDown();
    var before = evidence();
    var verdict = Checker.check(before);
    if (!plan.repeated()) {
      return verdict;
    }
    repeatEverything();
    return verdict.plus(Checker.unchanged(before, evidence()));
  }

  private void planUpgrade() {
    var orders = fleets.getFirst();
    for (int i = 0; i < orders.size(); i++) {
      int index = i;
      agenda.after(weather.between(0, plan.span()), () -> {
        weather.struck(Fault.UPGRADE, 1);
        orders.upgrade(index, NEW);
      });
    }
  }

  private void calmDown() {
    world.becomeCalm();
    world.tell("world", "the faults stop");
    fleets.forEach(fleet -> fleet.renew(world.isUpgrading() ? NEW : OLD));
    comeToRest();
    int rounds = 0;
    while (daysLater() && ++rounds < MOST_ROUNDS) {
      world.tell("world", "some days later");
    }
  }

  /** Operators look after what was left. Says whether there was anything that could be helped. */
  private boolean daysLater() {
    boolean helped = people.attend(world);
    agenda.skip(DAYS);
    for (var queue : cloud.queues()) {
      helped |= queue.redrive();
    }
    comeToRest();
    return helped;
  }

  private void repeatEverything() {
    agenda.skip(A_YEAR);
    world.tell("world", "a year later everything comes again");
    world.repeat();
    for (var queue : cloud.queues()) {
      queue.repeat(REPLAY_WITHIN);
    }
    if (plan.thorough()) {
      people.askAgain(world);
    }
    comeToRest();
  }

  private void comeToRest() {
    long most = agenda.happened() + (long) MOST_EVENTS_AN_ORDER * (plan.orders() + 1);
    while (!agenda.isEmpty()) {
      if (agenda.happened() > most) {
        world.odd("it does not come to rest");
        return;
      }
      agenda.step();
    }
  }

  private Evidence evidence() {
    return witness.evidence(people.requests(), people.receipts(), cloud.sendings());
  }
}
