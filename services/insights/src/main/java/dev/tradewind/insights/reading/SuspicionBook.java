package dev.tradewind.insights.reading;

import dev.tradewind.insights.domain.RaisedSuspicion;
import io.smallrye.mutiny.Uni;

/** Where suspicions are listed for operators. */
@FunctionalInterface
public interface SuspicionBook {

  /** Enters it, once however often it comes. */
  Uni<Void> enter(RaisedSuspicion suspicion);
}
