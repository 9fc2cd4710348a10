package dev.tradewind.chaos;

import dev.tradewind.chaos.collect.Settled;
import dev.tradewind.chaos.proxy.Counts;
import dev.tradewind.chaos.recovery.Away;
import dev.tradewind.chaos.recovery.Recovery;
import dev.tradewind.checker.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * What came of a run.
 *
 * @param settings what was done
 * @param orders accepted by the platform
 * @param attempts to place them, repeats and tricks included
 * @param regretted orders whose customers asked to cancel
 * @param counts of the proxy, from the first fault to the last order's end
 * @param ordersCounted orders placed in that time
 * @param aways every time a process was struck
 * @param failures processes that did not come back
 * @param recovery of orders after kills
 * @param lastEnd from the last fault to the last order's end
 * @param settled whether everything came to rest
 * @param dead messages in dead-letter queues
 * @param verdict of the checker
 */
record Results(Settings settings, int orders, int attempts, int regretted, Counts.Snapshot counts, int ordersCounted, List<Away> aways,
    List<String> failures, Recovery recovery, Duration lastEnd, Settled settled, int dead, Verdict verdict) {

  boolean held() {
    return verdict.held() && failures.isEmpty() && settled.atRest();
  }

  double requestsAnOrder() {
    return ordersCounted == 0 ? 0 : (double) counts.allRequests() / ordersCounted;
  }

  double writeUnitsAnOrder() {
    return ordersCounted == 0 ? 0 : (double) counts.writeUnits() / ordersCounted;
  }

  long count(Away.Why why) {
    return aways.stream().filter(away -> away.why() == why).count();
  }
}
