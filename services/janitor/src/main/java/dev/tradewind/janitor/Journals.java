package dev.tradewind.janitor;

import dev.tradewind.core.wire.LoggedCommit;
import dev.tradewind.janitor.domain.Counter;
import io.smallrye.mutiny.Multi;
import java.util.Set;

/** What the services keep for themselves. Reading it is the janitor's exception from the rule that nobody reads another's table; it never writes. */
public interface Journals {

  /**
   * A commit as its journal has it.
   *
   * @param moves the products whose stock it is about; empty when it is about none
   */
  record Stood(LoggedCommit commit, Set<String> moves) {

    public Stood {
      moves = Set.copyOf(moves);
    }
  }

  /** Whose journals these are. */
  Set<String> services();

  /** Every commit of every journal. Those of one stream may be told in any order. */
  Multi<Stood> commits();

  /** What every counter of the stock shows. */
  Multi<Counter> counters();
}
