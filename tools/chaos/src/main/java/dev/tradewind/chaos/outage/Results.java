package dev.tradewind.chaos.outage;

import dev.tradewind.chaos.collect.Settled;
import dev.tradewind.chaos.load.Demand.Heard;
import dev.tradewind.chaos.picture.OutagePicture.Series;
import dev.tradewind.checker.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run. Throughput is orders that came to an end, a second.
 *
 * @param capacity without overload, with as many customers as bring the most
 * @param before under overload, once it was full
 * @param during from when the provider went until it was back
 * @param after from ten seconds after its return
 * @param recovery from its return until the last five seconds had 95 % of the throughput before; empty when that was never so
 * @param phases what customers heard before, during and after
 * @param calls that arrived at the provider from the beginning of the overload to rest
 * @param dead messages in dead-letter queues
 * @param failures of what makes the run, for which nothing is proven
 * @param series second by second
 */
record Results(Plan plan, Machine machine, double capacity, double before, double during, double after, Optional<Duration> recovery,
    List<Phase> phases, Calls calls, Settled settled, int dead, List<String> failures, Verdict verdict, Series series) {

  static final Duration WINDOW = Duration.ofSeconds(5);
  static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);
  static final double RECOVERED = 0.95;
  static final double MOST_AMPLIFICATION = 1.2;

  /** What customers heard in a part of the run. */
  record Phase(String name, Heard heard) {}

  static Results of(Plan plan, Machine machine, double capacity, Course course, Throughput throughput, List<Phase> phases, Calls calls,
      Settled settled, int dead, List<String> failures, Verdict verdict) {
    Instant full = course.began().plus(WINDOW);
    Instant again = course.back().plus(LONGEST_RECOVERY);
    double before = throughput.between(full.isBefore(course.away()) ? full : course.began(), course.away());
    double after = throughput.between(again.isBefore(course.ended()) ? again : course.back(), course.ended());
    Instant rest = course.ended().plus(settled.took());
    Series series = new Series(throughput.perSecond(course.began(), rest), course.rate(), capacity, Duration.between(course.began(), course.away()),
        Duration.between(course.began(), course.back()), Duration.between(course.began(), course.ended()));
    return new Results(plan, machine, capacity, before, throughput.between(course.away(), course.back()), after,
        throughput.reaches(before * RECOVERED, WINDOW, course.back(), course.ended()), phases, calls, settled, dead, failures, verdict, series);
  }

  boolean held() {
    return broken().isEmpty();
  }

  /** What was not as it should be, a line each. */
  List<String> broken() {
    List<String> broken = new ArrayList<>(failures);
    if (recovery.isEmpty() || recovery.get().compareTo(LONGEST_RECOVERY) > 0) {
      broken.add("throughput was not back within %d s".formatted(LONGEST_RECOVERY.toSeconds()));
    }
    if (calls.amplification() > MOST_AMPLIFICATION) {
      broken.add("more than %.1f calls arrived at the provider for each operation".formatted(MOST_AMPLIFICATION));
    }
    if (!settled.atRest()) {
      broken.add("the platform did not come to rest: %,d messages in queues".formatted(settled.messages()));
    }
    if (dead > 0) {
      broken.add("%,d messages in dead-letter queues".formatted(dead));
    }
    if (!verdict.held()) {
      broken.add("a promise was broken");
    }
    return broken;
  }
}
