package dev.tradewind.simulator.world;

import java.util.Arrays;

/**
 * Fate by chance. Each kind of fault has a source of its own, so that leaving one out disturbs the others as little as possible. It is
 * not asked every time: how often it is spared next is drawn at once.
 */
public final class Weather implements Fate {

  private static final long NEVER = Long.MAX_VALUE;
  private static final int FIRST_FREE_NAME = 1_000;

  private final double[] rates;
  private final Chance[] chances;
  private final long[] spared;
  private final long[] strikes = new long[Fault.values().length];
  private final Chance rest;

  /** @param rates the chance of each fault each time it could happen, by ordinal */
  public Weather(long seed, double[] rates) {
    this.rates = rates.clone();
    this.chances = new Chance[rates.length];
    this.spared = new long[rates.length];
    this.rest = Chance.of(seed, FIRST_FREE_NAME);
    for (int kind = 0; kind < rates.length; kind++) {
      chances[kind] = Chance.of(seed, FIRST_FREE_NAME + 1 + kind);
      spared[kind] = untilNext(kind);
    }
  }

  @Override
  public boolean strikes(Fault fault) {
    int kind = fault.ordinal();
    if (--spared[kind] > 0) {
      return false;
    }
    spared[kind] = untilNext(kind);
    strikes[kind]++;
    return true;
  }

  @Override
  public long between(long least, long most) {
    return rest.between(least, most);
  }

  @Override
  public int pick(int many) {
    return many == 1 ? 0 : rest.below(many);
  }

  /** From now on nothing goes wrong any more. */
  public void calm() {
    Arrays.fill(rates, 0);
    Arrays.fill(spared, NEVER);
  }

  /** How often each fault happened, by ordinal. */
  public long[] strikes() {
    return strikes.clone();
  }

  /** It happened, and not by chance. */
  void struck(Fault fault, int times) {
    strikes[fault.ordinal()] += times;
  }

  private long untilNext(int kind) {
    double rate = rates[kind];
    if (rate <= 0) {
      return NEVER;
    }
    return rate >= 1 ? 1 : 1 + (long) (Math.log(1 - chances[kind].fraction()) / Math.log(1 - rate));
  }
}
