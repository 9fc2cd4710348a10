package dev.tradewind.insights.reading;

import io.smallrye.mutiny.Uni;

/** Where records are remembered that could not be understood. */
@FunctionalInterface
public interface Parking {

  /** Remembers it, once however often it comes. */
  Uni<Void> park(Parked record);
}
