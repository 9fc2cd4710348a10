package dev.tradewind.chaos.collect;

import dev.tradewind.checker.Evidence;
import java.util.List;

/**
 * What was read back.
 *
 * @param evidence for the checker
 * @param dead what lies in the dead-letter queues, for people
 */
public record Collected(Evidence evidence, List<Dead> dead) {

  public Collected {
    dead = List.copyOf(dead);
  }
}
