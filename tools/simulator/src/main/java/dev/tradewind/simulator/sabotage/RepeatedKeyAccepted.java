package dev.tradewind.simulator.sabotage;

import dev.tradewind.simulator.world.Sabotage;

/** Says yes to whatever comes under a key that is known. */
final class RepeatedKeyAccepted implements Sabotage {

  @Override
  public int answer(int status) {
    return 202;
  }
}
