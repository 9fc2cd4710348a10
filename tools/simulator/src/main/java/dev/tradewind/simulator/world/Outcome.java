package dev.tradewind.simulator.world;

import dev.tradewind.checker.Verdict;
import java.util.Arrays;

/**
 * What became of a world.
 *
 * @param plan what it was to be like
 * @param verdict what the checker says
 * @param strikes how often each fault happened, by ordinal
 * @param messages how many messages were put into queues, each counted once a queue
 * @param events how many things happened
 * @param hash the same for two runs only if they were the same
 */
public record Outcome(Plan plan, Verdict verdict, long[] strikes, long messages, long events, long hash) {

  public boolean held() {
    return verdict.held();
  }

  public long faults() {
    return Arrays.stream(strikes).sum();
  }
}
