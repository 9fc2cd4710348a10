package dev.tradewind.simulator;

import dev.tradewind.checker.Verdict;
import dev.tradewind.simulator.world.Fault;
import dev.tradewind.simulator.world.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What many worlds add up to. Threads may add at the same time. */
final class Totals {

  /** More would only repeat what these show. */
  static final int ENOUGH_FAILURES = 5;

  private final long[] strikes = new long[Fault.values().length];
  private final List<Outcome> failures = new ArrayList<>();
  private Verdict verdict = new Verdict(List.of());
  private long worlds;
  private long orders;
  private long messages;
  private long events;

  synchronized void add(Outcome outcome) {
    worlds++;
    orders += outcome.plan().orders();
    messages += outcome.messages();
    events += outcome.events();
    verdict = verdict.plus(outcome.verdict());
    for (int kind = 0; kind < strikes.length; kind++) {
      strikes[kind] += outcome.strikes()[kind];
    }
    if (!outcome.held()) {
      failures.add(outcome);
    }
  }

  synchronized boolean failedEnough() {
    return failures.size() >= ENOUGH_FAILURES;
  }

  synchronized List<Outcome> failures() {
    return List.copyOf(failures);
  }

  synchronized Verdict verdict() {
    return verdict;
  }

  synchronized long worlds() {
    return worlds;
  }

  synchronized long orders() {
    return orders;
  }

  synchronized long messages() {
    return messages;
  }

  synchronized long events() {
    return events;
  }

  synchronized long strikes(Fault fault) {
    return strikes[fault.ordinal()];
  }

  synchronized long faults() {
    long sum = 0;
    for (long some : strikes) {
      sum += some;
    }
    return sum;
  }
}
