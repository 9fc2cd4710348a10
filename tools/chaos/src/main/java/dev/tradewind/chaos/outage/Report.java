package dev.tradewind.chaos.outage;

import dev.tradewind.chaos.load.Demand.Heard;
import dev.tradewind.chaos.outage.Results.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results, for people. */
final class Report {

  private final Results results;

  Report(Results results) {
    this.results = results;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(results.verdict().table().lines().toList());
    lines.add("");
    lines.add(line("machine     %d cores, load average %.1f before the run", results.machine().cores(), results.machine().load()));
    lines.add(line("capacity    %.1f orders a second come to an end; asked for: %.1f, %.1f times as many", results.capacity(),
        results.series().offered(), results.plan().overload()));
    lines.add(line("throughput  %.1f orders a second before, %.1f while the provider was away (%d s, %s), %.1f from 10 s after its return",
        results.before(), results.during(), results.plan().outage().toSeconds(), results.plan().mode().name().toLowerCase(Locale.ROOT),
        results.after()));
    lines.add(line("recovery    %s after its return the last 5 s had 95 %% of the throughput before (limit %d s)",
        results.recovery().map(Report::seconds).orElse("never"), Results.LONGEST_RECOVERY.toSeconds()));
    lines.add(line("provider    %,d calls arrived for %,d operations: %.3f each (limit %.1f); %,d of them, for %,d operations, while it was away",
        results.calls().calls(), results.calls().operations(), results.calls().amplification(), Results.MOST_AMPLIFICATION,
        results.calls().callsWhileAway(), results.calls().operationsWhileAway()));
    results.phases().forEach(phase -> lines.add(customers(phase)));
    lines.add(line("afterwards  %s after %s", results.settled().atRest() ? "all was at rest" : "NOT at rest", seconds(results.settled().took())));
    results.broken().forEach(broken -> lines.add("FAILED      " + broken));
    return lines;
  }

  private static String customers(Phase phase) {
    Heard heard = phase.heard();
    return line("customers   %-6s %,d answers: %,d accepted, %,d told when to come again, %,d turned away, %,d other, %,d no answer", phase.name(),
        heard.asked(), heard.accepted(), heard.toldWhen(), heard.turnedAway(), heard.other(), heard.unanswered());
  }

  private static String seconds(Duration duration) {
    return line("%.1f s", duration.toMillis() / 1e3);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
