package dev.tradewind.janitor.domain;

import dev.tradewind.core.wire.LoggedCommit;
import java.time.Instant;
import java.util.Comparator;

/** A commit as it was seen in one place. */
public record Sighting(String service, String stream, long version, Place place, Instant at, Content content) {

  /** Where commits are. */
  public enum Place { JOURNAL, ARCHIVE, LOG }

  /** By stream and version; of one commit the journal's comes first. */
  public static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::service).thenComparing(Sighting::stream)
      .thenComparing(Sighting::version).thenComparing(Sighting::place).thenComparing(sighting -> sighting.content().exact());

  public static Sighting of(LoggedCommit commit, Place place) {
    return new Sighting(commit.service(), commit.stream().toString(), commit.version(), place, commit.at(), Content.of(commit));
  }

  boolean isOfSameCommitAs(Sighting other) {
    return version == other.version && isOfSameStreamAs(other);
  }

  boolean isOfSameStreamAs(Sighting other) {
    return stream.equals(other.stream) && service.equals(other.service);
  }

  String commit() {
    return stream + "/" + version;
  }
}
