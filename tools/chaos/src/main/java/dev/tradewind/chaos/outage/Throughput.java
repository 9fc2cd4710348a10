package dev.tradewind.chaos.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Orders that came to an end, over time. */
final class Throughput {

  private static final Duration STEP = Duration.ofMillis(100);

  private final List<Instant> ends;

  /** @param ends one for each order */
  Throughput(List<Instant> ends) {
    this.ends = ends.stream().sorted().toList();
  }

  /** Orders a second, from the one moment up to the other. */
  double between(Instant from, Instant to) {
    long count = ends.stream().filter(end -> !end.isBefore(from) && end.isBefore(to)).count();
    return count / (Duration.between(from, to).toNanos() / 1e9);
  }

  /** Orders that ended in each whole second between the two moments. */
  List<Double> perSecond(Instant from, Instant to) {
    return IntStream.range(0, (int) Duration.between(from, to).toSeconds())
        .mapToObj(second -> between(from.plusSeconds(second), from.plusSeconds(second + 1L))).toList();
  }

  /**
   * How long after a moment so many orders a second had ended in the time before.
   *
   * @param window the time before that is looked at
   * @return nothing when that was not so until the end
   */
  Optional<Duration> reaches(double target, Duration window, Instant from, Instant end) {
    for (Instant at = from; !at.isAfter(end); at = at.plus(STEP)) {
      if (between(at.minus(window), at) >= target) {
        return Optional.of(Duration.between(from, at));
      }
    }
    return Optional.empty();
  }
}
