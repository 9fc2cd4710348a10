package dev.tradewind.janitor.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes down what is counted and found. Of many findings it keeps the first, and counts the others by their kind. */
public final class Notes {

  private final int most;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<Kind, Long> drift = new EnumMap<>(Kind.class);
  private final List<Finding> findings = new ArrayList<>();

  /** @param most findings that are kept */
  public Notes(int most) {
    this.most = most;
  }

  public void count(String what, long more) {
    counts.merge(what, more, Long::sum);
  }

  public void found(Kind kind, String where, String what) {
    drift.merge(kind, 1L, Long::sum);
    if (findings.size() < most) {
      findings.add(new Finding(kind, where, what));
    }
  }

  /** What was counted, by name. */
  public Map<String, Long> counts() {
    return counts;
  }

  /** How many findings there are of each kind, also of those that were not kept. */
  public Map<Kind, Long> drift() {
    return drift;
  }

  /** The first of them. */
  public List<Finding> findings() {
    return findings;
  }
}
