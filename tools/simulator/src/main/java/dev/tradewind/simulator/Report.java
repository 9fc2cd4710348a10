package dev.tradewind.simulator;

import dev.tradewind.simulator.world.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a campaign came to, for people and for machines. */
final class Report {

  private final Campaign campaign;
  private final Totals totals;
  private final Duration took;
  private final Duration worked;

  /**
   * @param took how long the campaign lasted
   * @param worked how long processors worked for it: worlds, garbage collection and compiler together
   */
  Report(Campaign campaign, Totals totals, Duration took, Duration worked) {
    this.campaign = campaign;
    this.totals = totals;
    this.took = took;
    this.worked = worked;
  }

  static String progress(Totals totals, Duration took) {
    return "%,d orders  %,.0f orders/s  %,d worlds  %,d faults  %d worlds violated".formatted(
        totals.orders(), perSecond(totals.orders(), took), totals.worlds(), totals.faults(), totals.failures().size());
  }

  String text() {
    var text = new StringBuilder("%n%,d orders in %,d worlds from seed %d, %,d messages, %,d events, %d s, %,.0f orders/s, %,.0f orders/s and core%n%n".formatted(
        totals.orders(), totals.worlds(), campaign.from(), totals.messages(), totals.events(), took.toSeconds(), perSecond(totals.orders(), took),
        perSecond(totals.orders(), worked)));
    text.append("         times  fault\n");
    for (var fault : Fault.values()) {
      text.append("%,14d  %-19s %s%n".formatted(totals.strikes(fault), fault, fault.meaning()));
    }
    return text.append('\n').append(totals.verdict().table()).toString();
  }

  Map<String, Object> summary() {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("from", campaign.from());
    summary.put("worlds", totals.worlds());
    summary.put("orders", totals.orders());
    summary.put("messages", totals.messages());
    summary.put("events", totals.events());
    summary.put("seconds", took.toMillis() / 1_000.0);
    summary.put("processorSeconds", worked.toMillis() / 1_000.0);
    var faults = new LinkedHashMap<String, Long>();
    for (var fault : Fault.values()) {
      faults.put(fault.name(), totals.strikes(fault));
    }
    summary.put("faults", faults);
    summary.put("invariants", totals.verdict().findings());
    summary.put("failedSeeds", totals.failures().stream().map(failure -> failure.plan().seed()).toList());
    return summary;
  }

  private static double perSecond(long many, Duration took) {
    return many / Math.max(1e-9, took.toNanos() / 1e9);
  }
}
