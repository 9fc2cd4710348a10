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
 * @param throttled writes that met the bound of one key
 * @param took from the first buyer to the last answer
 */
public record Sale(long units, long buyers, long sold, long left, long refused, long falselyRefused, long throttled, Duration took) {

  /**
   * What became of one buyer.
   *
   * @param sold whether the unit was set aside
   * @param atMillis when that was decided, in milliseconds since 1970
   */
  record Answer(boolean sold, long atMillis) {}

  /** Nothing is ever given back here: whoever was refused before another was served was refused while there was something left. */
  static Sale of(long units, long buyers, long left, Collection<Answer> answers, long throttled, Duration took) {
    long last = answers.stream().filter(Answer::sold).mapToLong(Answer::atMillis).max().orElse(Long.MIN_VALUE);
    long sold = answers.stream().filter(Answer::sold).count();
    long falsely = answers.stream().filter(answer -> !answer.sold() && answer.atMillis() < last).count();
    return new Sale(units, buyers, sold, left, answers.size() - sold, falsely, throttled, took);
  }

  /** Whether everyone was answered, everything that could be sold was sold, no more, and nobody was sent away from a full shelf. */
  public boolean held() {
    return sold == Math.min(units, buyers) && left == units - sold && sold + refused == buyers && falselyRefused == 0;
  }

  @Override
  public String toString() {
    return "%,d units, %,d buyers: %,d sold, %,d left, %,d refused, %,d of them while something was left; %,d writes met the bound of one key; %.1f s"
        .formatted(units, buyers, sold, left, refused, falselyRefused, throttled, took.toMillis() / 1e3);
  }
}
