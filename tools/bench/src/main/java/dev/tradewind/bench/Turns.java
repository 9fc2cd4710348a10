package dev.tradewind.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measurements that are made in turn, several times: a machine that others use as well is now faster and now slower, and only what was measured in
 * turn can be compared.
 */
final class Turns {

  /** One of them, for as long as one takes. */
  interface Look {
    Reads.Outcome take() throws InterruptedException;
  }

  private record Named(String name, Look look, List<Reads.Outcome> outcomes) {}

  private final Consumer<String> progress;
  private final List<Named> all = new ArrayList<>();

  Turns(Consumer<String> progress) {
    this.progress = progress;
  }

  Turns with(String name, Look look) {
    all.add(new Named(name, look, new ArrayList<>()));
    return this;
  }

  /** Of each what was in the middle, in the order they were given: by how much was served, else by how fast. */
  List<Reads.Outcome> take(int rounds) throws InterruptedException {
    for (int round = 1; round <= rounds; round++) {
      for (Named each : all) {
        Reads.Outcome outcome = each.look().take();
        progress.accept("%d of %d, %s: %s".formatted(round, rounds, each.name(), outcome.text()));
        each.outcomes().add(outcome);
      }
    }
    return all.stream().map(each -> middle(each.outcomes())).toList();
  }

  private static Reads.Outcome middle(List<Reads.Outcome> outcomes) {
    return outcomes.stream().sorted(Comparator.comparingDouble(Reads.Outcome::good).thenComparingDouble(outcome -> outcome.latency().p50())).toList()
        .get(outcomes.size() / 2);
  }
}
