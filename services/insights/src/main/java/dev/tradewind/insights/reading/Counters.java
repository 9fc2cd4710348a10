package dev.tradewind.insights.reading;

import dev.tradewind.core.Check;
import dev.tradewind.insights.domain.Pack;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Counters, and marks that say what was counted, for ever. */
@FunctionalInterface
public interface Counters {

  /** What became of a pack. */
  sealed interface Outcome {

    /** Everything was counted now. */
    record Counted() implements Outcome {}

    /** Nothing was counted, because these were counted before; at least one. */
    record Known(Set<String> names) implements Outcome {

      public Known {
        Check.that(!names.isEmpty(), "at least one is known");
        names = Set.copyOf(names);
      }
    }
  }

  /** Somebody else wrote to the same counters at the same moment: nothing was counted. */
  final class Contended extends RuntimeException {

    public Contended(Throwable cause) {
      super("others write to the same counters", cause);
    }
  }

  /**
   * Counts a pack and marks its contributions as counted, all of it or nothing. Fails with {@link Contended}, or when it is not known whether
   * it was counted: then it must be tried again.
   */
  Uni<Outcome> add(Pack pack);
}
