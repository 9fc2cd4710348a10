package dev.tradewind.simulator.check;

import dev.tradewind.simulator.world.Words;
import java.util.List;

/** What came of the searches, for people. */
final class Report {

  private static final String LINE = "%-22s %,12d %,13d %,7d %8d %8.1f  %s%n";

  private Report() {}

  static String progress(List<Search> running, long seconds) {
    var text = new StringBuilder("%4d s".formatted(seconds));
    running.forEach(search -> text.append("  %s: %,d states".formatted(search.world().name(), search.states())));
    return text.toString();
  }

  static String table(List<Found> all) {
    var text = new StringBuilder("%n%-22s %12s %13s %7s %8s %8s  %s%n".formatted("world", "states", "steps", "ends", "deepest", "seconds", "what it is"));
    all.forEach(found -> text.append(LINE.formatted(
        found.world().name(), found.states(), found.steps(), found.ends(), found.deepest(), found.seconds(), described(found.world()))));
    return text.append(LINE.formatted("all", all.stream().mapToLong(Found::states).sum(), all.stream().mapToLong(Found::steps).sum(),
        all.stream().mapToLong(Found::ends).sum(), all.stream().mapToInt(Found::deepest).max().orElse(0),
        all.stream().mapToDouble(Found::seconds).sum(), all.stream().allMatch(Found::held) ? "no violation" : "VIOLATED")).toString();
  }

  static String described(SmallWorld world) {
    var bounds = world.bounds();
    return "%s; up to %d duplicates, %d crashes, %d timeouts".formatted(world.about(), bounds.duplicates(), bounds.crashes(), bounds.timeouts());
  }

  static String violation(Found found) {
    var violation = found.violation().orElseThrow();
    var text = new StringBuilder("%nworld %s is violated after %d steps: %s%n%n".formatted(
        found.world().name(), violation.timeline().size(), Words.shortened(violation.what())));
    int number = 0;
    for (var line : violation.timeline()) {
      text.append("%4d  %s%n".formatted(++number, line));
    }
    return text.toString();
  }
}
