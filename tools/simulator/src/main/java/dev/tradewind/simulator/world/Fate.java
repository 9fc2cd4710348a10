package dev.tradewind.simulator.world;

/** Decides whatever the world leaves open. */
public interface Fate {

  /** Whether this fault happens here and now. */
  boolean strikes(Fault fault);

  /** How long something takes, in milliseconds, from the least to the most. */
  long between(long least, long most);

  /** Which one of so many. */
  int pick(int many);
}
