package dev.tradewind.chaos.proxy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Decides what becomes of each request. Every operation has dice of its own: the same request of an operation, counted from the first,
 * meets the same fate under the same seed, whatever others do meanwhile.
 */
final class Dice {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final Rates rates;
  private final Map<Operation, SplittableRandom> dice = new HashMap<>();

  Dice(long seed, Rates rates) {
    this.seed = seed;
    this.rates = rates;
  }

  /**
   * What happens to a request.
   *
   * @param fault none when all goes well
   * @param random for whatever else there is to decide about it
   */
  record Fate(Optional<Fault> fault, SplittableRandom random) {

    boolean is(Fault wanted) {
      return fault.filter(wanted::equals).isPresent();
    }
  }

  Fate next(Operation operation) {
    SplittableRandom die = dice.computeIfAbsent(operation, name -> new SplittableRandom(seed * SPREAD + name.toString().hashCode()));
    return new Fate(rates.fault(die.nextInt(Rates.all()), operation), new SplittableRandom(die.nextLong()));
  }
}
