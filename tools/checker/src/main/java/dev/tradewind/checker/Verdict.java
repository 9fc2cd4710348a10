package dev.tradewind.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the evidence says about every invariant.
 *
 * @param findings one an invariant, by number
 */
public record Verdict(List<Finding> findings) {

  public Verdict {
    findings = findings.stream().sorted(Comparator.comparingInt(Finding::number)).toList();
  }

  public boolean held() {
    for (var finding : findings) {
      if (!finding.held()) {
        return false;
      }
    }
    return true;
  }

  /** Another finding besides, or added to what was found about the same invariant. */
  public Verdict plus(Finding finding) {
    var all = new ArrayList<>(findings);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).number() == finding.number()) {
        all.set(i, all.get(i).plus(finding));
        return new Verdict(all);
      }
    }
    all.add(finding);
    return new Verdict(all);
  }

  /** Both together: of many runs, one verdict. */
  public Verdict plus(Verdict other) {
    var sum = this;
    for (var finding : other.findings) {
      sum = sum.plus(finding);
    }
    return sum;
  }

  /** For people: a line an invariant, and under it what breaks it. */
  public String table() {
    var text = new StringBuilder(" #      looked at   violations  invariant\n");
    for (var finding : findings) {
      text.append("%2d %,14d %,12d  %s\n".formatted(finding.number(), finding.lookedAt(), finding.violations(), finding.name()));
      for (var example : finding.examples()) {
        text.append("      ! ").append(example).append('\n');
      }
      if (finding.violations() > finding.examples().size()) {
        text.append("      ! and %,d more\n".formatted(finding.violations() - finding.examples().size()));
      }
    }
    return text.toString();
  }
}
