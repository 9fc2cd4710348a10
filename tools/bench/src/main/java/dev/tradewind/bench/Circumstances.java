package dev.tradewind.bench;

import dev.tradewind.launcher.platform.Home;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when something was measured.
 *
 * @param commit of the code, with {@code +} when files differ from it
 * @param command that does it again
 * @param load load average of the machine just before, over a minute; 0 when the system does not say
 */
record Circumstances(String date, String commit, String command, Machine machine, double load) {

  /** To be asked before anything runs. */
  static double loadNow() {
    return Math.round(Math.max(0, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()) * 10) / 10.0;
  }

  /** @param load as it was before */
  static Circumstances now(String command, double load) throws InterruptedException {
    return new Circumstances(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Commit.of(Home.find().root()), command, Machine.here(), load);
  }

  /** One line for people. */
  String text(long runs) {
    return ("%s, commit %s, on %s, %d cores, %d MiB, %s, JDK %s, load average %s before. Everything on this one machine. %s%s").formatted(
        date, commit, machine.processor(), machine.cores(), machine.memoryMiB(), machine.os(), machine.jdk(), load,
        runs == 1 ? "One run." : "Medians of %d runs, with the lowest and the highest.".formatted(runs), warning());
  }

  /** A build just before leaves a load of about the cores; more than twice as much comes from somebody who may still be there. */
  private String warning() {
    return load <= machine.cores() * 2.0 ? "" : " **The machine was busy with other things: read throughput, latency and CPU "
        + "as noise, and measure again on a quiet one before you say who is faster. Requests, units and prices are sound.**";
  }
}
