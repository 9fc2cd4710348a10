package dev.tradewind.simulator;

import dev.tradewind.simulator.world.Fault;
import dev.tradewind.simulator.world.Outcome;
import dev.tradewind.simulator.world.Plan;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for a smaller world that breaks the same invariant: fewer orders, fewer kinds of fault. It is Zeller and Hildebrandt's idea,
 * <em>Simplifying and Isolating Failure-Inducing Input</em> (2002), in its greedy form.
 */
final class Shrinking {

  /**
   * The smallest world found.
   *
   * @param outcome what becomes of it
   * @param without the faults it does without
   */
  record Smallest(Outcome outcome, Set<Fault> without) {

    /** What to type to see it. */
    String command() {
      var plan = outcome.plan();
      var left = without.isEmpty() ? "" : " --without " + without.stream().map(Fault::name).collect(Collectors.joining(","));
      return "./tradewind simulate --seed %d --orders %d%s".formatted(plan.seed(), plan.orders(), left);
    }
  }

  private final Set<Integer> broken;
  private final Plan whole;
  private Outcome smallest;
  private final Set<Fault> without = EnumSet.noneOf(Fault.class);

  private Shrinking(Outcome failure) {
    this.whole = failure.plan();
    this.broken = brokenBy(failure);
    this.smallest = failure;
  }

  static Smallest of(Outcome failure) {
    var shrinking = new Shrinking(failure);
    shrinking.fewerOrders();
    shrinking.fewerFaults();
    shrinking.fewerOrders();
    return new Smallest(shrinking.smallest, Set.copyOf(shrinking.without));
  }

  private void fewerOrders() {
    for (int step = smallest.plan().orders() / 2; step >= 1; step /= 2) {
      while (smallest.plan().orders() > step && stillFails(smallest.plan().orders() - step, without)) {
        // Taken off; perhaps as many again can be.
      }
    }
  }

  private void fewerFaults() {
    for (var fault : Fault.values()) {
      if (smallest.plan().has(fault)) {
        var more = EnumSet.copyOf(without);
        more.add(fault);
        if (stillFails(smallest.plan().orders(), more)) {
          without.add(fault);
        }
      }
    }
  }

  private boolean stillFails(int orders, Set<Fault> left) {
    var outcome = Platform.run(whole.withOrders(orders).without(left));
    boolean same = brokenBy(outcome).stream().anyMatch(broken::contains);
    if (same) {
      smallest = outcome;
    }
    return same;
  }

  private static Set<Integer> brokenBy(Outcome outcome) {
    return outcome.verdict().findings().stream().filter(finding -> !finding.held()).map(finding -> finding.number()).collect(Collectors.toSet());
  }
}
