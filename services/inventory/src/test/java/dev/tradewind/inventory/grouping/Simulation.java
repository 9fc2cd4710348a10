package dev.tradewind.inventory.grouping;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** One thread in which everything that could happen next happens in an order that a seed decides. */
final class Simulation {

  private static final int MOST_STEPS = 200_000;

  private final Random random;
  private final List<Runnable> possible = new ArrayList<>();

  Simulation(long seed) {
    this.random = new Random(seed);
  }

  Random random() {
    return random;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  void soon(Runnable step) {
    possible.add(step);
  }

  /** Completes at some step from now. Like a request that was sent, it is carried out even if nobody waits for the answer any more. */
  <T> Uni<T> soon(Supplier<Uni<T>> step) {
    return Uni.createFrom().emitter(emitter -> possible.add(() -> step.get().subscribe().with(emitter::complete, emitter::fail)));
  }

  /** Runs until nothing can happen any more. */
  void run() {
    for (int step = 0; !possible.isEmpty(); step++) {
      if (step > MOST_STEPS) {
        throw new AssertionError("no end after " + MOST_STEPS + " steps");
      }
      possible.remove(random.nextInt(possible.size())).run();
    }
  }
}
