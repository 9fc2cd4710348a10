package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;

import dev.tradewind.simulator.check.Step.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What can happen next in a situation, with what is needless left out.
 *
 * <p><b>Time</b> passes only when all that is left is waiting for it, up to the next deadline; or, as a fault, when all that is left is
 * one thing that is late: an effect, or the messages for one order in one queue. A deadline that comes earlier than that finds
 * nothing but messages that are as good as late.
 *
 * <p><b>Independent steps.</b> Orders meet only at the stock. What else happens to one order neither enables, prevents nor sees what happens to
 * another, so of all their orders one is tried: the first order that can go on does. This is a persistent set after Godefroid,
 * <em>Partial-Order Methods for the Verification of Concurrent Systems</em> (1996). Time passes for all orders, so an order of which only
 * something late is left must let the others go first.
 */
final class Choices {

  /** How many tasks a process is busy with at once. It is a bound, not a reduction: what takes three to meet is not tried. */
  private static final int MOST_AT_ONCE = 2;

  /** Time passes. */
  record Patience(Instant until, long late) {

    @Override
    public String toString() {
      return "passes until " + until + (late == 0 ? "" : " while something is late");
    }
  }

  /** A step, whose it is (-1 when it is about what orders share), and what would be late if it did not happen; 0 if nothing would. */
  private record Option(Step step, int order, long late) {}

  private final Situation situation;
  private final Setting setting;
  private final List<Option> options = new ArrayList<>();

  Choices(Situation situation) {
    this.situation = situation;
    this.setting = situation.setting();
  }

  List<Step> steps() {
    deliveries();
    effects();
    var chosen = independent();
    var steps = new ArrayList<Step>();
    for (var option : chosen) {
      steps.add(option.step());
    }
    if (chosen.size() == options.size()) {
      passing().ifPresent(patience -> steps.addFirst(new Step(Kind.LET_TIME_PASS, -1, patience)));
    }
    return steps;
  }

  private void deliveries() {
    var seen = new HashSet<Long>();
    for (var task : situation.kept().mail().waiting()) {
      int order = task.task().order();
      int place = setting.place(task.task().service(), order);
      if (isDue(task) && situation.lives().get(place).busy().size() < MOST_AT_ONCE && seen.add(task.id())) {
        long late = task.isLeisure() ? 0 : task.task() instanceof Waiting.Delivery delivery
            ? both(setting.fingerprints().of(delivery.queue()), order + 1) : both(5, order + 1);
        offer(new Step(Kind.DELIVER, place, task), late);
        if (situation.left().duplicates() > 0) {
          offer(new Step(Kind.DELIVER_AND_KEEP_A_COPY, place, task), late);
        }
      }
    }
  }

  private void effects() {
    for (var life : situation.lives()) {
      for (var effect : life.effects()) {
        long late = both(both(life.place(), effect.handling()), effect.id());
        offer(new Step(Kind.DO, life.place(), effect), late);
        if (situation.left().mayCrash(setting, life.place())) {
          offer(new Step(Kind.DO_AND_DIE, life.place(), effect), late);
        }
        if (situation.left().mayLose()) {
          offer(new Step(Kind.LOSE_THE_ANSWER, life.place(), effect), late);
        }
      }
    }
  }

  private void offer(Step step, long late) {
    options.add(new Option(step, setting.isShared(step.place()) ? -1 : setting.order(step.place()), late));
  }

  private List<Option> independent() {
    for (int order = 0; order < setting.world().orders().size(); order++) {
      int whose = order;
      var own = options.stream().filter(option -> option.order() == whose).toList();
      long things = things(own);
      if (things > 1 || things == 1 && situation.left().timeouts() == 0) {
        return own;
      }
    }
    return options;
  }

  private static long things(List<Option> among) {
    return among.stream().mapToLong(Option::late).filter(late -> late != 0).distinct().count();
  }

  private Optional<Patience> passing() {
    long things = things(options);
    long late = options.stream().mapToLong(Option::late).filter(thing -> thing != 0).findFirst().orElse(0);
    if (things > 1 || things == 1 && !situation.left().mayWaitFor(late)) {
      return Optional.empty();
    }
    return situation.kept().mail().waiting().stream().flatMap(task -> task.message().stream()).flatMap(message -> message.notBefore().stream())
        .filter(due -> due.isAfter(situation.now())).min(Comparator.naturalOrder()).map(due -> new Patience(due, late));
  }

  private boolean isDue(Waiting task) {
    return task.isDecision() ? situation.kept().isInReview() : task.message().flatMap(message -> message.notBefore()).filter(situation.now()::isBefore).isEmpty();
  }
}
