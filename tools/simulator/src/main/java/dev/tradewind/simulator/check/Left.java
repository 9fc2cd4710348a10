package dev.tradewind.simulator.check;

import static dev.tradewind.simulator.check.Fingerprints.both;

import dev.tradewind.simulator.check.Left.Bounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How much may still go wrong.
 *
 * @param duplicates deliveries of a message that is delivered again
 * @param crashes of processes, for each order by itself: two orders in one process may, but need not, lose it together
 * @param timeouts deadlines that may come while one thing is late; instead, one answer may be lost
 * @param late what that thing is; 0 when none is known to be
 */
record Left(int duplicates, List<Integer> crashes, int timeouts, long late) {

  static Left of(Bounds bounds, int orders) {
    return new Left(bounds.duplicates(), Collections.nCopies(orders, bounds.crashes()), bounds.timeouts(), 0);
  }

  Left duplicated() {
    return new Left(duplicates - 1, crashes, timeouts, late);
  }

  /** A process that orders share counts for each of them. */
  Left crashed(Setting setting, int place) {
    var fewer = new ArrayList<>(crashes);
    for (int order = 0; order < fewer.size(); order++) {
      if (setting.isShared(place) || setting.order(place) == order) {
        fewer.set(order, fewer.get(order) - 1);
      }
    }
    return new Left(duplicates, List.copyOf(fewer), timeouts, late);
  }

  boolean mayCrash(Setting setting, int place) {
    return setting.isShared(place) ? crashes.stream().allMatch(left -> left > 0) : crashes.get(setting.order(place)) > 0;
  }

  Left lost() {
    return new Left(duplicates, crashes, 0, 0);
  }

  boolean mayLose() {
    return timeouts > 0 && late == 0;
  }

  Left waitedFor(long something) {
    return something == 0 ? this : new Left(duplicates, crashes, timeouts - 1, timeouts == 1 ? 0 : something);
  }

  boolean mayWaitFor(long something) {
    return timeouts > 0 && (late == 0 || late == something);
  }

  long hash() {
    return both(both(duplicates, timeouts), both(crashes.hashCode(), late));
  }

  /**
   * How much may go wrong in a world.
   *
   * @param duplicates of any messages or requests
   * @param crashes for each order
   * @param timeouts deadlines that come while one thing is late; instead, one answer may be lost
   */
  record Bounds(int duplicates, int crashes, int timeouts) {}
}
