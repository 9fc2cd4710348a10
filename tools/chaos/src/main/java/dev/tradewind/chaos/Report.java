package dev.tradewind.chaos;

import dev.tradewind.chaos.recovery.Away;
import dev.tradewind.chaos.recovery.Away.Why;
import dev.tradewind.chaos.recovery.Recovery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results, for people. */
final class Report {

  private final Results results;

  Report(Results results) {
    this.results = results;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(results.verdict().table().lines().toList());
    lines.add("");
    lines.add("orders      %,d accepted after %,d attempts; %,d of them regretted".formatted(
        results.orders(), results.attempts(), results.regretted()));
    lines.add("strikes     %,d kills, %,d stops, %,d restarts of the cloud; a killed service was ready again after %s".formatted(
        results.count(Why.KILLED), results.count(Why.STOPPED), results.count(Why.RESTARTED), starts()));
    lines.add("faults      %,d: %s".formatted(results.counts().allFaults(), results.counts().faults().entrySet().stream()
        .map(fault -> "%,d %s".formatted(fault.getValue(), fault.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
        .collect(Collectors.joining(", "))));
    lines.add("AWS         %,d requests, %.1f an order; %.1f write units an order".formatted(
        results.counts().allRequests(), results.requestsAnOrder(), results.writeUnitsAnOrder()));
    Recovery recovery = results.recovery();
    lines.add("recovery    %,d orders waited for a killed service; once it was back they went on within p50 %s  p99 %s  max %s".formatted(
        recovery.affected(), seconds(recovery.p50()), seconds(recovery.p99()), seconds(recovery.max())));
    lines.add("afterwards  the last order ended %s after the last fault; %s after %s".formatted(seconds(results.lastEnd()),
        results.settled().atRest() ? "all was at rest" : "NOT at rest (%d messages, %s open orders)".formatted(
            results.settled().messages(), results.settled().openOrders().isPresent() ? results.settled().openOrders().getAsLong() : "unknown"),
        seconds(results.settled().took())));
    if (results.dead() > 0) {
      lines.add("dead        %,d messages in dead-letter queues".formatted(results.dead()));
    }
    results.failures().forEach(failure -> lines.add("FAILED      " + failure));
    return lines;
  }

  private String starts() {
    List<Duration> starts = results.aways().stream().filter(away -> away.why() == Why.KILLED).map(Away::length).sorted().toList();
    return starts.isEmpty() ? "nothing" : "%s (p50), %s at most".formatted(seconds(starts.get(starts.size() / 2)), seconds(starts.getLast()));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }
}
