package dev.tradewind.bench;

import java.util.List;

/**
 * Everything the bench found of the gateway, as it goes into results.json.
 *
 * @param commit of the code, with {@code +} when files differ from it
 * @param command that does it again
 * @param load load average of the machine just before, over a minute; 0 when the system does not say
 * @param runs each on fresh processes
 */
record EdgeResults(String date, String commit, String command, Machine machine, double load, List<Measured> runs) {

  /**
   * One run.
   *
   * @param direct reads of an order's history from orders
   * @param through the same reads through the gateway
   * @param gatewayCpuMillis processor time of the gateway for one of these
   * @param cached reads of a product that the gateway has in its cache
   * @param uncached the same product, asked of catalog
   * @param composed clients who read a composed order as fast as they get it, its products cached
   * @param composedCold the same with a cache that keeps nothing
   * @param apart whether the load had a processor of its own from here on
   * @param overload composed reads offered at growing shares of about the capacity
   * @param recovered seconds after the overload until 95 of 100 requests at half of the capacity were served again
   */
  record Measured(int run, Reads.Outcome direct, Reads.Outcome through, double gatewayCpuMillis, Reads.Outcome cached, Reads.Outcome uncached,
      Reads.Outcome composed, Reads.Outcome composedCold, boolean apart,
      List<Reads.Outcome> overload, double recovered) {

    /** The most that was served whole a second, of whatever was offered. */
    double capacity() {
      return overload.stream().mapToDouble(Reads.Outcome::good).max().orElseThrow();
    }
  }

  /** Where and when. */
  Circumstances circumstances() {
    return new Circumstances(date, commit, command, machine, load);
  }
}
