package dev.tradewind.janitor.domain;

import dev.tradewind.core.Check;
import java.time.Instant;
import java.util.Optional;

/**
 * Which commits are judged.
 *
 * @param until younger ones may still be on their way
 * @param archivedFrom older ones are not looked for in the archive
 * @param loggedFrom older ones may have left the log; empty when the log is not looked at
 */
public record Window(Instant until, Instant archivedFrom, Optional<Instant> loggedFrom) {

  public Window {
    Check.notNull(until, "until");
    Check.notNull(archivedFrom, "archivedFrom");
    Check.notNull(loggedFrom, "loggedFrom");
  }

  boolean isYoung(Instant at) {
    return at.isAfter(until);
  }

  boolean mustBeInArchive(Instant at) {
    return !isYoung(at) && !at.isBefore(archivedFrom);
  }

  boolean mustBeInLog(Instant at) {
    return !isYoung(at) && loggedFrom.filter(from -> !at.isBefore(from)).isPresent();
  }
}
