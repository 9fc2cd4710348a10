package dev.tradewind.janitor;

import dev.tradewind.core.wire.LoggedCommit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The central log, as far back as it goes. */
public interface Log {

  /** What was put later than this is in it, unless it was lost. */
  Uni<Instant> begins();

  /** Every commit that was put since that time, with its repeats; what is no commit is left out. It ends where the log ended when it was reached. */
  Multi<LoggedCommit> commits(Instant since);
}
