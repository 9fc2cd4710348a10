package dev.tradewind.timemachine;

import dev.tradewind.janitor.Report;
import dev.tradewind.janitor.domain.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A janitor's report for people. */
final class SweepReport {

  private static final int MOST_EXAMPLES = 20;

  private SweepReport() {}

  static List<String> lines(Report report) {
    var lines = new ArrayList<String>();
    report.counts().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(count -> lines.add(String.format(Locale.ROOT, "%,12d  %s", count.getValue(), count.getKey())));
    report.drift().keySet().stream().sorted().forEach(kind -> kind(kind, report, lines));
    report.problems().forEach(problem -> lines.addAll(List.of("", "the archive: " + problem)));
    lines.add("");
    lines.add(report.isGood()
        ? "Nothing drifted apart."
        : String.format(Locale.ROOT, "%,d things drifted apart, %d problems in the archive. Nothing was repaired.",
            report.drifted(), report.problems().size()));
    return lines;
  }

  private static void kind(Kind kind, Report report, List<String> lines) {
    long all = report.drift().get(kind);
    var found = report.findings().stream().filter(finding -> finding.kind() == kind).limit(MOST_EXAMPLES).toList();
    lines.add("");
    lines.add(String.format(Locale.ROOT, "%s: %,d", kind.label(), all));
    found.forEach(finding -> lines.add("  %s: %s".formatted(finding.where(), finding.what())));
    if (found.size() < all) {
      lines.add(String.format(Locale.ROOT, "  and %,d more", all - found.size()));
    }
    lines.add("  what to do: " + kind.advice());
  }
}
