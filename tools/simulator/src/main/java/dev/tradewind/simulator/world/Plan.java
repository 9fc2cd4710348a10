package dev.tradewind.simulator.world;

import java.util.Arrays;
import java.util.Set;

/**
 * What a world is going to be like; all of it follows from the seed. Each world has only some kinds of fault, after Groce and others,
 * <em>Swarm Testing</em> (2012): where everything goes wrong all the time, little gets far enough to go wrong in an interesting way.
 *
 * @param seed names the world
 * @param orders how many are placed
 * @param skus how many products there are
 * @param span how long orders are placed, in milliseconds
 * @param maxReceives how often a message is received before it goes to the dead-letter queue
 * @param fleet how many instances each service has
 * @param json whether everything is really written and read, and the log archived
 * @param shown whether customers are shown their orders
 * @param repeated whether a year later every message comes again
 * @param thorough whether a repeat after a year repeats all that followed too, and requests are sent again
 * @param rates the chance of each fault each time it could happen, by ordinal
 * @param sabotage what is wrong on purpose
 */
public record Plan(
    long seed, int orders, int skus, long span, int maxReceives, int fleet, boolean json, boolean shown, boolean repeated, boolean thorough, double[] rates,
    Sabotage sabotage) {

  private static final double CALM = 0.05;
  private static final double WRITTEN = 0.02;
  private static final double THOROUGH = 0.05;
  private static final double SWITCHED_ON = 0.4;
  // To repeat every message costs as much as all that went before.
  private static final double REPEATED = 0.25;
  // Every second message would be one for queries.
  private static final double SHOWN = 0.2;

  public static Plan of(long seed) {
    var chance = Chance.of(seed, 1);
    int orders = 20 + chance.below(181);
    int skus = 1 + chance.below(6);
    long span = chance.between(1_000, 60_000);
    int maxReceives = new int[] {3, 5, 20, 20}[chance.below(4)];
    int fleet = new int[] {1, 2, 2, 3}[chance.below(4)];
    boolean json = chance.happens(WRITTEN);
    boolean thorough = chance.happens(THOROUGH);
    boolean calm = chance.happens(CALM);
    var rates = new double[Fault.values().length];
    for (var fault : Fault.values()) {
      double strength = chance.fraction();
      if (chance.happens(SWITCHED_ON) && !calm) {
        rates[fault.ordinal()] = fault.highest() * strength * strength;
      }
    }
    boolean repeated = chance.happens(REPEATED) || thorough;
    boolean shown = chance.happens(SHOWN) || json;
    return new Plan(seed, orders, skus, span, maxReceives, fleet, json, shown, repeated, thorough, rates, Sabotage.NONE);
  }

  /** The same with fewer orders: the first of them. */
  public Plan withOrders(int fewer) {
    return new Plan(seed, Math.min(fewer, orders), skus, span, maxReceives, fleet, json, shown, repeated, thorough, rates, sabotage);
  }

  public Plan without(Set<Fault> faults) {
    var fewer = rates.clone();
    faults.forEach(fault -> fewer[fault.ordinal()] = 0);
    return new Plan(seed, orders, skus, span, maxReceives, fleet, json, shown, repeated, thorough, fewer, sabotage);
  }

  public Plan with(Sabotage other) {
    return new Plan(seed, orders, skus, span, maxReceives, fleet, json, shown, repeated, thorough, rates, other);
  }

  /** The same, and a year later every message comes again. */
  public Plan thenRepeated() {
    return new Plan(seed, orders, skus, span, maxReceives, fleet, json, shown, true, thorough, rates, sabotage);
  }

  public boolean has(Fault fault) {
    return rates[fault.ordinal()] > 0;
  }

  /** Whether nothing goes wrong in it. */
  public boolean isCalm() {
    return Arrays.stream(rates).allMatch(rate -> rate == 0);
  }
}
