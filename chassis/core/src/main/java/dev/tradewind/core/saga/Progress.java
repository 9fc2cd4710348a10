package dev.tradewind.core.saga;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * How far a saga has come.
 *
 * @param phase which way it is going
 * @param done names of the steps that are done, or may be done, and are not undone yet
 * @param attempt how often the current step, or its undo, was asked for; 0 while it is held up before that
 * @param since when that was asked last
 * @param armed when the earliest outstanding deadline is delivered; {@link Instant#EPOCH} when none is known to be
 * @param needsAttention whether a person must decide
 */
public record Progress(Phase phase, Set<String> done, int attempt, Instant since, Instant armed, boolean needsAttention) {

  /** Which way a saga is going. */
  public enum Phase {
    /** Doing one step after the other. */
    FORWARD,
    /** Every step is done. */
    COMPLETED,
    /** Undoing what was done. */
    COMPENSATING,
    /** Nothing is left to undo. */
    COMPENSATED
  }

  public Progress {
    done = Set.copyOf(done);
  }

  /** A saga that has not begun. */
  public static Progress none() {
    return new Progress(Phase.FORWARD, Set.of(), 0, Instant.EPOCH, Instant.EPOCH, false);
  }

  /** Whether the current step, or its undo, was asked for. */
  public boolean isAsked() {
    return attempt > 0;
  }

  Progress with(String step) {
    if (done.contains(step)) {
      return this;
    }
    var more = done.toArray(new String[done.size() + 1]);
    more[done.size()] = step;
    return new Progress(phase, Set.of(more), attempt, since, armed, needsAttention);
  }

  Progress without(String step) {
    var fewer = new HashSet<>(done);
    fewer.remove(step);
    return new Progress(phase, fewer, attempt, since, armed, needsAttention);
  }

  Progress asking(Phase next, int nextAttempt, Instant at) {
    return new Progress(next, done, nextAttempt, at, armed, false);
  }

  Progress armedFor(Instant due) {
    return new Progress(phase, done, attempt, since, due, needsAttention);
  }

  Progress atRest(Phase next, boolean attention) {
    return new Progress(next, done, attempt, since, Instant.EPOCH, attention);
  }
}
