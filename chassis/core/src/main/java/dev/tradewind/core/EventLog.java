package dev.tradewind.core;

import io.smallrye.mutiny.Uni;

/** The central log: every commit of every service, in one place, for anybody who wants to know what happened. */
@FunctionalInterface
public interface EventLog {

  /** A log that keeps nothing. */
  EventLog NONE = (service, commit) -> Uni.createFrom().voidItem();

  /**
   * Puts a commit that stands in the journal. Completes when the log has it; fails when that is not known, and putting it again is then
   * the right thing to do: readers recognise a repeat by service, stream and version.
   *
   * @param service whose journal it stands in
   */
  Uni<Void> put(String service, Commit<?> commit);
}
