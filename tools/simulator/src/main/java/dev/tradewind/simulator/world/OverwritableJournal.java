package dev.tradewind.simulator.world;

import dev.tradewind.core.Append;
import dev.tradewind.core.Commit;
import dev.tradewind.core.Journal;
import io.smallrye.mutiny.Uni;

/** A journal that also does what nobody should ask of it. */
public interface OverwritableJournal extends Journal<Object> {

  /** Writes without the condition. */
  Uni<Append<Object>> overwrite(Commit<Object> commit);
}
