package dev.tradewind.notifications.domain;

import dev.tradewind.core.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When an attempt that failed is made again. What was told together is not tried again together: each pause is up to a tenth shorter, by
 * a share that follows from the delivery's id.
 *
 * @param pauses after the first, the second, … attempt; after the last one there is no more
 */
public record Schedule(List<Duration> pauses) {

  /** No attempt is made later than this after the first was due. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final double SHORTENED = 0.1;

  public Schedule {
    pauses = List.copyOf(pauses);
    Check.that(!pauses.isEmpty() && pauses.stream().allMatch(Duration::isPositive), "a schedule has one pause or more, each longer than 0");
  }

  /**
   * When to try again.
   *
   * @param tries attempts made by this schedule before the one that failed now
   * @param begun since when it is tried
   * @param retryAfter what the consumer asked for; obeyed up to the longest pause, and never to come sooner
   * @return empty to give up
   */
  Optional<Instant> next(String deliveryId, int tries, Instant begun, Instant now, Optional<Duration> retryAfter) {
    if (tries >= pauses.size()) {
      return Optional.empty();
    }
    var asked = retryAfter.map(wish -> shorter(wish, Collections.max(pauses))).orElse(Duration.ZERO);
    var pause = scaled(pauses.get(tries), 1 - SHORTENED * share(deliveryId, tries));
    return Optional.of(now.plus(pause.compareTo(asked) > 0 ? pause : asked)).filter(due -> !due.isAfter(begun.plus(LONGEST)));
  }

  /** At least 0, less than 1; always the same for the same delivery and attempt. */
  static double share(String deliveryId, int tries) {
    return new SplittableRandom(31L * deliveryId.hashCode() + tries).nextDouble();
  }

  static Duration scaled(Duration pause, double factor) {
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
