package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import java.util.List;

/**
 * Everything one run of the bench found, as it goes into results.json.
 *
 * @param commit of the code, with {@code +} when files differ from it
 * @param command that does it again
 */
record Results(String date, String commit, String command, Machine machine, SteadyLoad.Outcome steady, Sustained sustained, Cost costPerOrder,
    List<ProcessShare> processes, long ordersInAll) {

  /** One number of orders in flight that was tried. */
  record Probe(int inFlight, double confirmedPerSecond) {}

  /** The load at which the platform does the most; latencies in milliseconds, from sending the order to hearing of it. */
  record Sustained(int inFlight, double seconds, double confirmedPerSecond, double deliveredPerSecond, Percentiles accept, Percentiles confirmed,
      List<Probe> probes) {}

  /**
   * What one process took under full load.
   *
   * @param residentMiB memory at the end
   * @param cpuMillisPerOrder processor time an order
   * @param cpuShare of all processors together, 0 to 1
   */
  record ProcessShare(String name, long residentMiB, double cpuMillisPerOrder, double cpuShare) {}
}
