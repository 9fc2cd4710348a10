package dev.tradewind.queries.serving;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

  /** Completes after that time; at once when it is zero. */
  Uni<Void> of(Duration time);
}
