package dev.tradewind.cloudmap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Believes an answer without instances only when it has been given for a while. A service that runs is seldom gone altogether, and when it is,
 * calling its last addresses fails just as calling nobody does; but a registry that was emptied by mistake, or a filter that matched nothing
 * for a moment, would stop every caller at once though all instances are well.
 */
final class Doubt {

  private final Duration believeAfter;
  private final InstantSource clock;
  private Optional<Instant> emptySince = Optional.empty();

  Doubt(Duration believeAfter, InstantSource clock) {
    this.believeAfter = believeAfter;
    this.clock = clock;
  }

  /**
   * Those to go on with.
   *
   * @param known those of before; when there were none, there is nothing to doubt
   */
  List<Instance> weigh(List<Instance> answered, List<Instance> known) {
    if (!answered.isEmpty() || known.isEmpty()) {
      emptySince = Optional.empty();
      return answered;
    }
    var now = clock.instant();
    var since = emptySince.orElse(now);
    emptySince = Optional.of(since);
    return now.isBefore(since.plus(believeAfter)) ? known : answered;
  }

  /** There was no answer: what comes next is a first one. */
  void interrupted() {
    emptySince = Optional.empty();
  }
}
