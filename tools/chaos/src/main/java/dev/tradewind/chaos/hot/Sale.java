package dev.tradewind.chaos.hot;

import java.time.Duration;
import java.util.Collection;

/**
 * How the sale of one product went.
 *
 * @param units there were
 * @param buyers who wanted one each
 * @param sold units that were set aside
 * @param left units the counters still show
 * @param refused buyers
 * @param falselyRefused those of them who were refused before the last unit was set aside
 * @param bound of writes of one key, and how it acted
 * @param took from the first buyer to the last answer
 */
public record Sale(long units, long buyers, long sold, long left, long refused, long falselyRefused, Bound bound, Duration took) {

  /**
   * How fast one key may be written.
   *
   * @param unitsPerSecond write units, with as much again in reserve
   * @param refused writes that were too fast
   * @param leastReserve what was left of a key's reserve when least was left: with none refused, it tells how near the bound was
   */
  public record Bound(int unitsPerSecond, long refused, long leastReserve) {}

  /**
   * What became of one buyer.
   *
   * @param sold whether the unit was set aside
   * @param atMillis when that was decided, in milliseconds since 1970
   */
  record Answer(boolean sold, long atMillis) {}

  /** Nothing is ever given back here: whoever was refused before another was served was refused while there was something left. */
  static Sale of(long units, long buyers, long left, Collection<Answer> answers, Bound bound, Duration took) {
    long last = answers.stream().filter(Answer::sold).mapToLong(Answer::atMillis).max().orElse(Long.MIN_VALUE);
    long sold = answers.stream().filter(Answer::sold).count();
    long falsely = answers.stream().filter(answer -> !answer.sold() && answer.atMillis() < last).count();
    return new Sale(units, buyers, sold, left, answers.size() - sold, falsely, bound, took);
  }

  /** Whether everyone was answered, everything that could be sold was sold, no more, and nobody was sent away from a full shelf. */
  public boolean held() {
    return sold == Math.min(units, buyers) && left == units - sold && sold + refused == buyers && falselyRefused == 0;
  }

  @Override
  public String toString() {
    return "%,d units, %,d buyers: %,d sold, %,d left, %,d refused, %,d of them while something was left; %.1f s%n".formatted(
            units, buyers, sold, left, refused, falselyRefused, took.toMillis() / 1e3)
        + "bound of %,d write units a second for one key: %,d writes were refused; %,d units were left in the reserve when least were".formatted(
            bound.unitsPerSecond(), bound.refused(), bound.leastReserve());
  }
}
