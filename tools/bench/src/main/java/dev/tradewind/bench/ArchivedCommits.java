package dev.tradewind.bench;

import dev.tradewind.core.wire.LoggedCommit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commits that came into the archive while it was watched: how long each took, how large they are, and to which order they belong. */
final class ArchivedCommits {

  private static final int KIB = 1024;

  private final Instant since;
  private final Latencies lag = new Latencies();
  private final Set<String> known = new HashSet<>();
  private final Map<String, List<Story.Line>> byOrder = new LinkedHashMap<>();
  private long bytes;
  private long largest;
  private long startedKib;

  /** @param since commits made before are not measured: nobody watched when they came */
  ArchivedCommits(Instant since) {
    this.since = since;
  }

  /**
   * How large the records of the log are.
   *
   * @param records how many were looked at
   * @param meanBytes of one
   * @param largestBytes of the largest; up to 25 KB it is one put unit
   * @param meanStartedKib of one, each rounded up, as they are charged on demand
   */
  record Sizes(long records, double meanBytes, long largestBytes, double meanStartedKib) {}

  /** A commit that comes twice is there when it is there first. */
  void add(String line, LoggedCommit commit, Instant seen) {
    if (commit.at().isBefore(since) || !known.add(commit.source() + "/" + commit.id())) {
      return;
    }
    lag.add(Duration.between(commit.at(), seen));
    int size = line.getBytes(StandardCharsets.UTF_8).length;
    bytes += size;
    largest = Math.max(largest, size);
    startedKib += (size + KIB - 1) / KIB;
    byOrder.computeIfAbsent(commit.cause().correlationId(), id -> new ArrayList<>()).add(Story.Line.of(line, commit));
  }

  /** From the moment a commit was decided until its object was listed. */
  Latencies.Percentiles lag() {
    return lag.percentiles();
  }

  Sizes sizes() {
    long records = Math.max(1, known.size());
    return new Sizes(known.size(), Math.round(bytes * 10.0 / records) / 10.0, largest, Math.round(startedKib * 1_000.0 / records) / 1_000.0);
  }

  /** Those orders of which everything was seen, from their first commit to their last. */
  Collection<Story> stories() {
    return byOrder.entrySet().stream().map(order -> new Story(order.getKey(), order.getValue())).filter(Story::isWhole).toList();
  }
}
