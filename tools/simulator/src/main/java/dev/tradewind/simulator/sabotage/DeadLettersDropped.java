package dev.tradewind.simulator.sabotage;

import dev.tradewind.simulator.world.Sabotage;

/** A queue without a dead-letter queue: what was received too often is gone. */
final class DeadLettersDropped implements Sabotage {

  @Override
  public boolean dropsDeadLetters() {
    return true;
  }
}
