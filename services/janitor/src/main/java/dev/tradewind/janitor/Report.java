package dev.tradewind.janitor;

import dev.tradewind.janitor.domain.Finding;
import dev.tradewind.janitor.domain.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the janitor saw and did.
 *
 * @param at when it began
 * @param counts how many of what, by name
 * @param drift how many findings of each kind
 * @param findings the first of them
 * @param problems what stood in the way of tidying up the archive; one line each
 */
public record Report(Instant at, Map<String, Long> counts, Map<Kind, Long> drift, List<Finding> findings, List<String> problems) {

  public Report {
    counts = Map.copyOf(counts);
    drift = Map.copyOf(drift);
    findings = List.copyOf(findings);
    problems = List.copyOf(problems);
  }

  /** How many findings there are, also those that were not kept. */
  public long drifted() {
    return drift.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Nothing drifted, and nothing stood in the way. */
  public boolean isGood() {
    return drifted() == 0 && problems.isEmpty();
  }
}
