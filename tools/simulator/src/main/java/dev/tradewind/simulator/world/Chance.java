package dev.tradewind.simulator.world;

/**
 * Random numbers that follow from a seed. It is Steele, Lea and Flood's SplitMix64, <em>Fast Splittable Pseudorandom Number
 * Generators</em> (2014).
 */
public final class Chance {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public Chance(long seed) {
    this.state = seed;
  }

  /** Another source, which the given name tells apart from all others of this seed. */
  public static Chance of(long seed, long name) {
    return new Chance(mix(seed + GAMMA * (name + 1)));
  }

  public long next() {
    state += GAMMA;
    return mix(state);
  }

  /** From 0 to bound - 1. */
  public int below(int bound) {
    return (int) ((next() >>> 32) * bound >>> 32);
  }

  /** From the least to the most. */
  public long between(long least, long most) {
    return least + (long) (fraction() * (most - least + 1));
  }

  /** From 0 to 1, without 1. */
  public double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  public boolean happens(double probability) {
    return fraction() < probability;
  }

  private static long mix(long seed) {
    long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
