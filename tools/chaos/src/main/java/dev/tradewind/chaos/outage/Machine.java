package dev.tradewind.chaos.outage;

import java.lang.management.ManagementFactory;

/**
 * What all of it ran on.
 *
 * @param cores of the machine
 * @param load average of the last minute before the run; below 0 where it is not known
 */
record Machine(int cores, double load) {

  static Machine now() {
    return new Machine(Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
