package dev.tradewind.bench;

import dev.tradewind.bench.Latencies.Percentiles;
import java.time.Duration;
import java.util.List;

/**
 * Everything the bench found, as it goes into results.json.
 *
 * @param commit of the code, with {@code +} when files differ from it
 * @param command that does it again
 * @param load load average of the machine just before, over a minute; 0 when the system does not say
 * @param runs of every contender
 */
record Results(String date, String commit, String command, Machine machine, double load, List<Measured> runs) {

  /**
   * One run of one contender, on fresh processes.
   *
   * @param run 1 for the first
   * @param steady at each rate, up to the first it did not keep up with
   * @param ordersInAll confirmed and delivered, each captured once
   */
  record Measured(Contender contender, int run, List<SteadyLoad.Outcome> steady, Sustained sustained, Cost costPerOrder,
      List<ProcessShare> processes, long ordersInAll) {}

  /** One number of orders in flight that was tried. */
  record Probe(int inFlight, double confirmedPerSecond) {}

  /** The load at which it does the most; latencies in milliseconds, from sending the order to hearing of it. */
  record Sustained(int inFlight, double seconds, double confirmedPerSecond, double deliveredPerSecond, Percentiles accept, Percentiles confirmed,
      List<Probe> probes) {}

  /**
   * What one process took under full load.
   *
   * @param residentMiB memory at the end
   * @param cpuMillisPerOrder processor time an order
   * @param cpuShare of all processors together, 0 to 1
   */
  record ProcessShare(String name, long residentMiB, double cpuMillisPerOrder, double cpuShare) {

    /** Of every process, from what was used in that time. */
    static List<ProcessShare> of(Usage used, long orders, Duration took) {
      double all = seconds(took) * Runtime.getRuntime().availableProcessors();
      return used.cpu().entrySet().stream().map(entry -> new ProcessShare(entry.getKey(),
          used.residentBytes().getOrDefault(entry.getKey(), 0L) >> 20,
          Math.round(seconds(entry.getValue()) * 100_000 / orders) / 100.0,
          Math.round(seconds(entry.getValue()) / all * 1_000) / 1_000.0)).toList();
    }

    private static double seconds(Duration duration) {
      return duration.toNanos() / 1e9;
    }
  }

  /** Where and when. */
  Circumstances circumstances() {
    return new Circumstances(date, commit, command, machine, load);
  }

  /** Who was measured. */
  List<Contender> contenders() {
    return runs.stream().map(Measured::contender).distinct().sorted().toList();
  }

  List<Measured> of(Contender contender) {
    return runs.stream().filter(run -> run.contender() == contender).toList();
  }
}
